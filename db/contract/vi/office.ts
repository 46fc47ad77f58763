/** Where the default of the cap on "xuất sắc" comes from; shown beside the rule in the settings. */
export const defaultCapRuleSource =
  'Hướng dẫn 21-HD/BTCTW ngày 18/10/2019 của Ban Tổ chức Trung ương: số xuất sắc không quá 20% số hoàn thành tốt nhiệm vụ trong tổ chức cơ sở đảng. Cách tính theo Quy định 366-QĐ/TW và Hướng dẫn 43-HD/BTCTW chưa được xác nhận; cách làm tròn chưa có quy định. Cần đối chiếu với hướng dẫn của cấp trên.';
