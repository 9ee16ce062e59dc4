"""The tab มาตรการ: what the agency does to improve."""
