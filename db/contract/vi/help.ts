/** The clerk's quick guide: the main job step by step, then the keys, then what to do when something goes wrong. */
export interface HelpSection {
  id: string;
  title: string;
  /** Before the steps. */
  intro?: string;
  steps: readonly string[];
  /** After the steps: what is safe, what to look out for. */
  note?: string;
}

export interface HelpKeys {
  title: string;
  keys: ReadonlyArray<readonly [string, string]>;
}

export const helpText = {
  contents: 'Mục lục',
  intro:
    'Hướng dẫn nhanh: từ bảng Excel sẵn có của cơ quan đến biểu tổng hợp xếp loại in ra giấy. Bấm F1 ở bất cứ trang nào để mở lại hướng dẫn này.',
  sections: [
    {
      id: 'danh-sach',
      title: '1. Nhập danh sách cán bộ, đảng viên từ Excel',
      steps: [
        'Mở Windows Explorer, kéo tệp .xlsx danh sách trích ngang thả vào cửa sổ chương trình, ở trang nào cũng được. Hoặc mở trang "Nhập Excel", bấm "Chọn tệp Excel".',
        'Ở bước "Kiểm tra cách hiểu", trang tính hiện như trong tệp. Ô phía trên mỗi cột cho biết cột được đưa vào mục nào; nếu sai thì bấm vào ô đó, gõ vài chữ để tìm mục khác, hoặc kéo mục thả vào cột. Cột không có mục nào thì bỏ qua hoặc "Giữ trong ghi chú".',
        'Chữ ở đầu mỗi dòng cho biết dòng đó là dữ liệu, tên đơn vị, dòng cộng hay bị bỏ qua. Nếu sai, chọn dòng (Shift để chọn nhiều dòng) rồi bấm loại dòng phía trên bảng. Ô có góc đỏ cần xem lại; nút "ô cần xem" đưa đến từng ô.',
        'Cột bên trái có các trang của tệp, loại dữ liệu, dòng và cột ẩn, cách làm sạch họ tên và số CCCD.',
        'Bấm "Xem trước". Dòng lớn phía trên cho biết tổng số người và số chi bộ; các nút Mới, Thay đổi, Không đổi, Xung đột, Không nhận lọc từng nhóm. Bấm vào một dòng để xem hết các giá trị và lý do.',
        'Nếu đúng, bấm nút đỏ "Ghi … dòng vào dữ liệu". Trước khi bấm nút này, chưa có gì được ghi.',
      ],
      note: 'Nhập nhầm thì bấm "Hoàn tác" trong thông báo vừa hiện, hoặc ở bảng "Các lần nhập trước". Những dòng xung đột, không nhận thì không ghi; hãy sửa trong tệp Excel rồi nhập lại, dòng đã có sẽ không bị ghi hai lần. Cách đọc được lưu khi ghi: lần sau nhận bảng cùng mẫu của cùng đơn vị, chỉ cần bấm "Xem trước" rồi bấm nút ghi. Dòng bị lệch một cột thì mở dòng đó ở bước xem trước, bấm "Đưa về đúng cột". Danh sách chia thành nhiều phần đặt cạnh nhau trên một trang được đọc nối tiếp; dòng của phần sau ghi là "27 (phần 2)". Danh sách tổ chức đảng cũng nhập như vậy; tổ chức cấp trên nhận theo mã hoặc tên, số đảng viên chỉ để đối chiếu. Tệp có nhiều trang thì sau khi ghi, bấm "Trang tiếp theo". Danh sách xuất từ chương trình có cột ẩn "Mã dòng": sửa trong Excel rồi nhập lại sẽ nhận đúng từng người, xin đừng xóa cột này. Danh sách "Cách đọc đã lưu" ở cuối trang "Nhập Excel" cho phép đổi tên, xóa.',
    },
    {
      id: 'tim-nguoi',
      title: '2. Tìm một người',
      steps: [
        'Bấm Ctrl+K ở bất cứ trang nào để tìm người hoặc đơn vị: gõ tên không dấu, chữ cái đầu (nva), số thẻ hoặc CCCD; mũi tên để chọn, Enter để mở.',
        'Bấm Ctrl+F để lọc danh sách của trang đang mở bằng ô ở góc trên bên phải.',
        'Dùng phím mũi tên chọn ô, bấm vào tên hoặc Ctrl+Enter mở khung chi tiết bên phải, Esc đóng lại.',
        'Bấm "Lọc" để lọc theo tình trạng, loại đảng viên, tình trạng công tác, chức vụ, vai trò hoặc thông tin còn thiếu; bấm dấu × ở từng điều kiện để bỏ. Bấm "Cột" để chọn, xếp thứ tự và đổi bề rộng cột; máy nhớ riêng cho từng người dùng.',
        'Sửa ngay trong danh sách: F2 hoặc Enter để sửa ô, Enter hoặc Tab để lưu và đi tiếp, Esc giữ giá trị cũ, Ctrl+Z hoàn tác từng lần.',
        'Chọn nhiều người bằng Shift+↑ ↓ hoặc phím cách để chuyển chi bộ, giao chức vụ, in hoặc xuất Excel đúng các cột đang xem.',
        'Dân tộc, tôn giáo, số CCCD được che. Bấm "Hiện" khi thật cần; mỗi lần xem đều được ghi nhật ký.',
      ],
      note: 'Ô "Năm" và "Đơn vị" ở thanh trên cùng áp dụng cho mọi trang và được nhớ đến lần mở sau. Không thấy người cần tìm thì kiểm tra ô "Đơn vị".',
    },
    {
      id: 'xep-loai',
      title: '3. Nhập và sửa kết quả xếp loại',
      steps: [
        'Thả tệp Excel kết quả xếp loại vào cửa sổ như ở mục 1. Kiểm tra ô "Năm xếp loại" và "Kỳ xếp loại" (cả năm hay quý nào) trước khi bấm "Xem trước"; quý phải được mở ở trang "Kỳ kiểm điểm" trước. Bảng có cột của nhiều quý thì nhập từng kỳ một.',
        'Mở trang "Xếp loại" để xem và sửa từng người, gồm ba mức: tự xếp loại, chi bộ đề xuất, cấp ủy quyết định.',
        'Chọn ô bằng phím mũi tên rồi bấm 1 Hoàn thành xuất sắc, 2 Hoàn thành tốt, 3 Hoàn thành, 4 Không hoàn thành, 0 để xóa. Enter hoặc F2 mở danh sách các mức.',
        'Người chưa xếp loại thì ghi lý do ở cột "Lý do chưa xếp loại".',
        'Mức của cấp ủy cần cấp quyết định và ngày quyết định: chương trình hỏi một lần cho cả năm, sửa được ở thanh phía trên bảng. Xếp loại lại thì ghi lý do; mọi lần xếp loại đều được giữ.',
        'Cột "Điều kiện" cho biết đủ, thiếu hay cần xem và mức cao nhất các điều kiện cho phép. Bấm Enter ở tên để xem từng điều kiện, điều khoản, nhập số liệu để xét, chấm điểm và xem các lần xếp loại. Có bảng tiêu chí thì chấm từng tiêu chí, chương trình tự cộng từng phần và tổng điểm; hoặc chỉ ghi điểm của cả phần.',
        'Mức mà quy định không cho thì bị từ chối kèm điều khoản; chỉ người quản trị tiếp tục được khi ghi rõ lý do.',
        'Nút "Cán bộ lãnh đạo, quản lý" và "Tổ chức, tập thể" mở hai bảng còn lại, dùng như nhau.',
        'Sửa nhầm thì bấm Ctrl+Z, hoặc "Hoàn tác" trong thông báo.',
      ],
      note: 'Phía trên bảng luôn có số người của từng mức và câu về giới hạn hoàn thành xuất sắc, kèm chữ Còn, Đã đủ hoặc Vượt. Chương trình chỉ tính; cấp có thẩm quyền quyết định. Cách tính giới hạn đặt ở trang "Cài đặt".',
    },
    {
      id: 'bao-cao',
      title: '4. Lập và in biểu tổng hợp',
      steps: [
        'Chọn năm ở thanh trên cùng, mở trang "Báo cáo".',
        'Bấm vào một con số để xem những người trong số đó; bấm tên để mở chi tiết.',
        'Bấm "Xem bản in" (Ctrl+P) để xem đúng trang giấy A4 ngang sẽ in ra.',
        'Bấm "In" để in, "Lưu PDF" hoặc "Lưu Excel" để gửi đi.',
      ],
      note: 'Tên tổ chức đảng ở đầu trang, địa danh và phần ký lấy từ trang "Cài đặt"; ô nào để trống thì bản in chừa chỗ trống. Khi tên, địa danh hoặc người ký thay đổi từ một ngày thì ghi ngày đó ở ô "Áp dụng từ ngày": văn bản của những ngày trước in lại vẫn như cũ.',
    },
    {
      id: 'to-chuc',
      title: '5. Tổ chức đảng',
      steps: [
        'Trang "Tổ chức đảng" là cây đảng bộ, chi bộ với số người của từng nơi.',
        'Chọn một tổ chức để sửa lỗi nhập ở khung bên phải, hoặc thêm tổ chức trực thuộc.',
        'Đổi tên, chuyển cấp trên, sáp nhập, tách, kết thúc từ một ngày: bấm việc cần làm trong khung của tổ chức, chọn ngày, bấm "Kiểm tra". Bảng kết quả cho biết số người của từng nơi trước và sau; bấm nút ở dưới bảng mới ghi.',
        'Ô "Xem cây ngày" cho xem cây của một ngày trước đây hoặc sắp tới; biểu của năm cũ in theo tên cũ.',
        '"Các lần thay đổi" liệt kê mỗi lần sáp nhập, tách, chuyển người, giao chức vụ, gộp hồ sơ và cho hoàn tác cả việc như một bước.',
        '"Xem danh sách người" và "Xem xếp loại" mở đúng đơn vị đó.',
      ],
    },
    {
      id: 'ho-so',
      title: '6. Hồ sơ một người',
      steps: [
        'Bấm "Thêm người" để thêm, hoặc mở một người rồi bấm "Sửa". Ngày có thể nhập đủ, hoặc chỉ tháng và năm, hoặc chỉ năm. Ctrl+Enter để lưu.',
        'Chức vụ là từng dòng có ngày: "Thêm chức vụ", "Sửa chức vụ", "Thôi giữ chức vụ". Một người có thể giữ nhiều chức vụ ở nhiều nơi.',
        'Chuyển sang chi bộ khác thì bấm "Chuyển chi bộ…" và nhập ngày: thời gian ở chi bộ cũ vẫn được giữ.',
        '"Đổi tình trạng sinh hoạt…" ghi miễn sinh hoạt, đình chỉ, chuyển đi, nghỉ hưu, từ trần, ra khỏi Đảng, với ngày và lý do.',
        'Kỷ luật được che. Người giữ sổ bấm "Hiện kỷ luật" để xem, ghi mới hoặc sửa; mỗi lần xem đều được ghi nhật ký. Kỷ luật của tổ chức đảng ghi ở trang Tổ chức đảng.',
        'Một vi phạm chỉ hạ xếp loại ở một năm: khi ghi kỷ luật, chọn "Cùng vi phạm với" mục đã có, hoặc ghi năm được tính và lý do.',
        'Mục "Quá trình" xếp mọi việc của người đó theo năm: vào Đảng, nơi sinh hoạt, chức vụ, xếp loại, kỷ luật (khi đang hiện).',
      ],
      note: 'Những gì đang nhập được giữ làm bản nhập dở cho đến khi lưu hoặc bỏ. Đóng khung khi chưa lưu thì chương trình hỏi trước.',
    },
    {
      id: 'ra-soat',
      title: '7. Rà soát dữ liệu và hồ sơ trùng lặp',
      steps: [
        'Ở trang "Cán bộ, đảng viên", bấm "Rà soát dữ liệu". Mỗi nhóm là một quy tắc, như thiếu ngày sinh, vào Đảng sau ngày chính thức, số CCCD không khớp năm sinh.',
        'Chọn một dòng để mở đúng ô cần sửa. Đây là lời nhắc, không chặn việc nào.',
        'Bấm "Trùng lặp" để xem những cặp có thể là một người: trùng họ tên và ngày sinh, số CCCD hoặc số thẻ, dù viết khác dấu.',
        'Chọn một cặp để so sánh. Ở dòng khác nhau, chọn giá trị giữ lại; ở mục "Cần chọn", chọn bản của người thứ nhất hay thứ hai. Rồi bấm "Gộp thành một hồ sơ", hoặc "Không phải một người".',
      ],
      note: 'Chương trình không tự gộp. Gộp nhầm thì bấm "Hoàn tác" trong thông báo, hoặc ở "Các lần thay đổi" của trang "Tổ chức đảng".',
    },
    {
      id: 'ky-kiem-diem',
      title: '8. Mở kỳ kiểm điểm',
      steps: [
        'Mở trang "Kỳ kiểm điểm", bấm "Mở kỳ kiểm điểm". Danh sách người lấy theo chi bộ sinh hoạt vào ngày chốt; chọn bộ quy định, ghi số kế hoạch và các thời hạn, chọn tập thể phải kiểm điểm. Tỉnh có bảng tiêu chí riêng thì người quản trị thêm từ tệp Excel ở trang "Cài đặt" trước, rồi chọn bộ quy định đó; chỉ chọn được bộ còn hiệu lực vào ngày chốt.',
        'Thẻ "Tiến độ" cho biết còn bao nhiêu người đã có mức xếp loại từ trước mà chưa có trong danh sách của kỳ; bấm "Xem và đưa vào danh sách" để chọn những người này và ghi lý do. Người đã đưa ra khỏi danh sách (chuyển đi, nghỉ, từ trần, ra khỏi Đảng) không tính vào bảng xếp loại, giới hạn xuất sắc và các biểu nữa. Tập thể chưa có trong kỳ thì bấm "Thêm nơi kiểm điểm" ở thẻ "Danh sách", chọn diện "Tập thể".',
        'Thêm bảng tiêu chí: trang "Cài đặt", "Thêm bảng tiêu chí từ tệp Excel". Tệp có một bảng cho mọi người, hoặc mỗi nhóm một trang tính, một bảng, hay một cột "Nhóm"; đánh dấu mỗi bảng dùng cho nhóm nào. Chỗ cộng không khớp được báo kèm dòng và cột; sửa trong Excel rồi chọn lại tệp. Ghi số, ngày, cơ quan ban hành và thời gian hiệu lực của văn bản.',
        'Thẻ "Danh sách": Enter ở một dòng để đổi nhóm hoặc đưa ra khỏi diện xếp loại kèm lý do. "Thêm nơi kiểm điểm" dùng cho người giữ nhiều chức vụ hoặc đến sau.',
        'Có người chuyển đi, chuyển đến sau ngày chốt: bấm "Đối chiếu danh sách", chọn các dòng cần sửa và ghi lý do. Dòng cũ được giữ lại.',
        'Cơ quan đánh giá theo quý thì chọn quý ở ô "Kỳ"; mức xếp loại của quý đứng riêng, không lẫn với cả năm. Biểu của quý so được với quý trước hoặc cùng kỳ năm trước; khi xếp loại năm, các cột Q1–Q4 của bảng xếp loại và khung chi tiết cho biết mức của từng quý để tham khảo.',
      ],
      note: 'Mở nhầm thì bấm "Hoàn tác" trong thông báo, hoặc "Rút lại việc mở kỳ" ở thẻ "Kế hoạch" khi chưa có gì được nhập. Đã có bản kiểm điểm hoặc mức xếp loại thì bộ quy định không đổi được nữa.',
    },
    {
      id: 'cam-ket',
      title: '9. Bản cam kết hằng năm',
      steps: [
        'Mở trang "Cam kết", bấm "Lập bản cam kết" để lập cho mọi người trong đơn vị. Hạn chế chưa khắc phục của năm trước tự vào mục 7.',
        'Enter ở một người để ghi nội dung: Enter xuống dòng, Ctrl+Enter thêm việc, Alt+↑ ↓ đổi chỗ, Ctrl+S lưu.',
        'Chọn một hoặc nhiều người rồi bấm "Ghi đã nộp", "Xác nhận", "Trả lại" hoặc "Lý do chưa nộp".',
        'Thẻ "Kiểm tra giữa năm" ghi tình trạng từng việc. Bản chụp đã ký đính kèm ở khung bên phải.',
        'Ctrl+P in bản cam kết của những người đang chọn; người chưa có thì in mẫu trống.',
        'Danh sách ký chép từ Excel thì dán ngay vào trang này (Ctrl+V). Biểu 5e chỉ có tổng số của đơn vị cũng nhập được: số đơn vị báo cáo đứng cạnh số trong sổ ở "Theo đơn vị" và biểu 5e, không cộng vào sổ.',
      ],
      note: 'Bản đã xác nhận thì không sửa được; cần sửa thì bấm "Trả lại" và ghi lý do. Chương trình báo khi nội dung giống hệt nhiều người khác.',
    },
    {
      id: 'kiem-diem',
      title: '10. Kiểm điểm, gợi ý kiểm điểm, họp và bỏ phiếu',
      steps: [
        'Mở trang "Kiểm điểm". Danh sách lấy theo kỳ kiểm điểm của năm ở thanh trên; chưa mở kỳ thì bấm "Đến trang Kỳ kiểm điểm".',
        'Bấm Enter ở một dòng để mở bản kiểm điểm theo đúng mẫu của năm đó. Cột trái đưa đến từng mục; Ctrl+Enter để lưu. Chọn nhiều dòng (phím cách, Shift và mũi tên) rồi bấm "Chuyển tình trạng" khi nhận nộp hoặc sau khi họp.',
        'Thẻ "Gợi ý kiểm điểm" ghi việc phải làm rõ, nguồn, ngày gửi. Không ghi tên, số điện thoại, số giấy tờ của người phản ánh.',
        'Thẻ "Họp, bỏ phiếu": ghi biên bản, số phiếu và kết quả của từng người như nhập bảng tính; tổng số phiếu được kiểm tra ngay khi nhập. Lưu rồi bấm "Ghi mức đề xuất" để đưa kết quả vào cột "Chi bộ đề xuất".',
        'Bấm "In, xuất" để in bản kiểm điểm đã ghi, mẫu để viết tay, phiếu bỏ phiếu; biên bản họp và biên bản kiểm phiếu in từ cuộc họp.',
      ],
      note: 'Bản kiểm điểm đã họp thì không sửa được nữa; cần sửa thì chuyển về "Đã nộp". Chương trình chỉ ghi số phiếu, không bao giờ ghi ai bỏ phiếu thế nào.',
    },
    {
      id: 'khac-phuc',
      title: '11. Khắc phục hạn chế, khuyết điểm',
      steps: [
        'Mở trang "Khắc phục", thẻ "Hạn chế chưa có nhiệm vụ": Enter ở một hạn chế để lập nhiệm vụ. Phải có người chịu trách nhiệm và thời hạn thì mới lưu được. Việc "thường xuyên" có ngày rà soát thay thời hạn.',
        'Mở một nhiệm vụ để ghi tiến độ, hoàn thành, xác nhận. Hoàn thành sau hạn thì phải ghi lý do chậm. Người chịu trách nhiệm không tự xác nhận kết quả của mình.',
        'Các nút ở đầu trang lọc việc quá hạn, sắp đến hạn; ô "Tính đến ngày" cho xem lại tình trạng vào một ngày.',
        'Bấm "In, xuất" để in kế hoạch khắc phục, báo cáo kết quả hoặc danh sách đang xem.',
        'Trong bản in, bấm "Thông tin văn bản" để ghi số, ngày, căn cứ, mục đích, tổ chức thực hiện, người ký, nơi nhận. Đã lưu thì lần in sau giữ nguyên; báo cáo kiểm điểm tập thể, biên bản, các biểu và bản cam kết (các dòng căn cứ) cũng có nút này.',
      ],
      note: 'Hạn chế chưa khắc phục xong tự vào bản cam kết và bản kiểm điểm của năm sau.',
    },
    {
      id: 'su-co',
      title: '12. Khi gặp sự cố',
      steps: [
        'Chương trình bị tắt đột ngột khi đang nhập: lần đăng nhập sau, dòng "Có bản nhập dở" hiện dưới thanh trên cùng. Bấm "Mở lại" để nhập tiếp, hoặc "Bỏ".',
        'Có người khác vừa lưu trước: những gì bạn nhập vẫn còn, giá trị mới hiện bên dưới ô; chọn giá trị đúng rồi lưu lại.',
        'Phiên làm việc đã hết: ô đăng nhập hiện lên phía trên, trang phía sau giữ nguyên. Nhập mật khẩu rồi làm tiếp.',
        'Phần quản lý dữ liệu khởi động lại: chờ vài giây. Dữ liệu đã lưu vẫn an toàn.',
        'Mật khẩu không đúng: kiểm tra phím Caps Lock và bộ gõ tiếng Việt (UniKey, EVKey).',
        'Tệp không đọc được: mở bằng Excel, lưu lại thành .xlsx rồi thử lại. Đọc được .xlsx, .xlsm, .xls, .ods, .csv, .txt và bảng lưu dạng trang web; phông chữ cũ TCVN3, VNI được chuyển sang Unicode.',
        'Có mã tra cứu trong thông báo lỗi: ghi lại mã đó và báo cho người hỗ trợ.',
      ],
      note: 'Không xóa, không chép đè thư mục dữ liệu. Đường dẫn của thư mục này có ở trang "Cài đặt".',
    },
  ] as const satisfies readonly HelpSection[],
  keysTitle: 'Phím tắt',
  keyGroups: [
    {
      title: 'Mọi trang',
      keys: [
        ['F1', 'Hướng dẫn này'],
        ['Ctrl+K', 'Tìm người, đơn vị từ mọi trang'],
        ['Ctrl+F', 'Lọc danh sách của trang'],
        ['Ctrl+O', 'Chọn tệp Excel để nhập'],
        ['Ctrl+P', 'Xem bản in (Báo cáo; Cán bộ, đảng viên)'],
        ['Ctrl+Z', 'Hoàn tác'],
        ['Ctrl + và Ctrl −', 'Phóng to, thu nhỏ'],
        ['Esc', 'Đóng khung đang mở'],
      ],
    },
    {
      title: 'Bản in',
      keys: [
        ['Page Up, Page Down', 'Lật trang'],
        ['Home, End', 'Về trang đầu, trang cuối'],
        ['Ctrl+P', 'In'],
        ['Esc', 'Đóng bản in'],
      ],
    },
    {
      title: 'Kiểm tra cách hiểu tệp Excel',
      keys: [
        ['← ↑ → ↓', 'Chuyển ô'],
        ['Shift+↑, Shift+↓', 'Chọn nhiều dòng'],
        ['Shift+F10', 'Đổi loại dòng, đổi dòng tiêu đề'],
        ['Delete', 'Bỏ qua các dòng đang chọn'],
        ['Ctrl+Z', 'Hoàn tác thay đổi cuối'],
      ],
    },
    {
      title: 'Danh sách cán bộ, đảng viên',
      keys: [
        ['← ↑ → ↓', 'Chuyển ô'],
        ['F2, Enter', 'Sửa ô'],
        ['Enter, Tab', 'Lưu ô đang sửa và đi tiếp'],
        ['Esc', 'Giữ giá trị cũ; bỏ chọn; ra khỏi bảng'],
        ['Ctrl+Enter', 'Mở hồ sơ của người'],
        ['Shift+↑ ↓, phím cách', 'Chọn nhiều người'],
        ['Ctrl+A', 'Chọn tất cả'],
        ['Shift+← →', 'Chọn nhiều ô trong dòng; bấm tiếp Shift+↑ ↓ để chọn cả khối'],
        ['Ctrl+C', 'Chép ô, khối ô hoặc những người đã chọn sang Excel'],
      ],
    },
    {
      title: 'Bảng xếp loại',
      keys: [
        ['← ↑ → ↓', 'Chuyển ô'],
        ['Tab, Shift+Tab', 'Sang ô bên phải, bên trái'],
        ['1, 2, 3, 4', 'Đặt mức'],
        ['0, Delete', 'Xóa mức'],
        ['Enter, F2', 'Mở danh sách mức, sửa chữ'],
        ['Esc', 'Bỏ, giữ giá trị cũ'],
        ['Ctrl+↓, Ctrl+↑', 'Tới người cuối, người đầu'],
      ],
    },
  ] as const satisfies readonly HelpKeys[],
} as const;
