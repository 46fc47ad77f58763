/** Headings of pledges and reviews, one for screen and paper; the key is the section's id in the data. */
export const formSectionTitles = {
  ideology: 'Về tư tưởng chính trị',
  morality: 'Về phẩm chất đạo đức, lối sống',
  noSelfEvolution: 'Không có biểu hiện "tự diễn biến", "tự chuyển hóa"',
  discipline: 'Về ý thức tổ chức kỷ luật',
  workStyle: 'Về tác phong, lề lối làm việc',
  duties: 'Về thực hiện chức trách, nhiệm vụ được giao',
  remedies: 'Khắc phục hạn chế, khuyết điểm đã được chỉ ra',
  followingHoChiMinh: 'Đăng ký học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  settingExample: 'Trách nhiệm nêu gương',
  headDuties: 'Trách nhiệm của người đứng đầu',
  fieldsInCharge: 'Lĩnh vực, địa bàn phụ trách',
  disciplineAndExample: 'Về ý thức tổ chức kỷ luật và trách nhiệm nêu gương',

  strengths: 'Ưu điểm, kết quả đạt được',
  ideologyMoralityDiscipline:
    'Về tư tưởng chính trị; phẩm chất đạo đức, lối sống; ý thức tổ chức kỷ luật; tác phong, lề lối làm việc',
  assignedDuties: 'Về thực hiện chức trách, nhiệm vụ được giao',
  democraticCentralism: 'Về thực hiện nguyên tắc tập trung dân chủ, quy chế làm việc',
  leadershipResults: 'Kết quả lãnh đạo, chỉ đạo thực hiện các chỉ tiêu, nhiệm vụ được giao',
  unitsRated: 'Kết quả đánh giá, xếp loại các tổ chức, cơ quan, đơn vị thuộc phạm vi quản lý',
  capacityAndPrestige: 'Về năng lực, uy tín và trách nhiệm nêu gương',
  memberDuties: 'Về thực hiện nhiệm vụ đảng viên và nghĩa vụ công dân nơi cư trú',
  pledgeKept: 'Việc thực hiện cam kết tu dưỡng, rèn luyện, phấn đấu hằng năm',
  weaknesses: 'Hạn chế, khuyết điểm và nguyên nhân',
  shortcomings: 'Hạn chế, khuyết điểm',
  causes: 'Nguyên nhân của hạn chế, khuyết điểm',
  earlierShortcomings:
    'Kết quả khắc phục những hạn chế, khuyết điểm đã được kết luận hoặc được chỉ ra ở các kỳ kiểm điểm trước',
  promptAnswers: 'Giải trình những vấn đề được gợi ý kiểm điểm (nếu có)',
  ownResponsibility: 'Làm rõ trách nhiệm của cá nhân đối với những hạn chế, khuyết điểm của tập thể (nếu có)',
  direction: 'Phương hướng, biện pháp khắc phục hạn chế, khuyết điểm',
  selfRating: 'Tự nhận mức xếp loại chất lượng',

  organizationPrinciples: 'Việc chấp hành nguyên tắc tổ chức và hoạt động, quy chế làm việc',
  taskResults: 'Kết quả thực hiện các mục tiêu, chỉ tiêu, nhiệm vụ được giao',
  organizationAndStaff: 'Công tác tổ chức, cán bộ',
  exampleAndPrevention:
    'Trách nhiệm nêu gương; việc đấu tranh phòng, chống suy thoái, tham nhũng, lãng phí, tiêu cực',
  sharedResponsibility: 'Trách nhiệm của tập thể, cá nhân',
  collectiveDirection: 'Phương hướng, nhiệm vụ và biện pháp khắc phục hạn chế, khuyết điểm',
  collectiveRating: 'Đề nghị xếp loại mức chất lượng',
} as const;
export type FormSectionTitle = keyof typeof formSectionTitles;

/** What a person should write there; shown under the heading in italics on a blank paper and beside the field. */
export const formSectionHints: Partial<Record<FormSectionTitle, string>> = {
  duties: 'Việc cụ thể, chỉ tiêu, thời hạn.',
  remedies: 'Từng việc, biện pháp, thời hạn.',
  followingHoChiMinh: 'Nội dung, việc làm cụ thể.',
  headDuties:
    'Đoàn kết, tập trung dân chủ; phòng, chống tham nhũng, lãng phí, tiêu cực; tiếp dân, đối thoại.',
  earlierShortcomings: 'Từng việc: đã, đang hoặc chưa khắc phục; khó khăn, vướng mắc; trách nhiệm.',
};

/** Lines about the person at the head of a pledge or review. */
export const formPersonLabels = {
  fullName: 'Họ và tên',
  birthDate: 'Ngày, tháng, năm sinh',
  joined: 'Ngày vào Đảng (dự bị / chính thức)',
  partyPost: 'Chức vụ Đảng',
  statePost: 'Chức vụ chính quyền',
  massPost: 'Chức vụ đoàn thể',
  stateAndMassPost: 'Chức vụ chính quyền, đoàn thể',
  workplace: 'Đơn vị công tác',
  cell: 'Sinh hoạt tại chi bộ',
  assignedDuty: 'Nhiệm vụ được phân công',
} as const;
export type FormPersonField = keyof typeof formPersonLabels;
