"""The tab บันทึกข้อความ: the paper itself, checked, printed and kept."""
