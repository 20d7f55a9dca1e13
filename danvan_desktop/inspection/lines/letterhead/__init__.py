"""B. Phần đầu văn bản: from Quốc hiệu to "Kính gửi"."""
