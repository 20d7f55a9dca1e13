"""E. Thông lệ: what offices do though no clause asks for it; never an error."""
