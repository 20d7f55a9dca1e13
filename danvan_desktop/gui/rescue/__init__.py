"""What is seen of damaged, lost and unwritable data: rescue, old databases, reports that can only be read."""
