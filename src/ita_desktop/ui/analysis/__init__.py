"""The tab วิเคราะห์ตัวชี้วัด: scores, what they mean, what to improve."""
