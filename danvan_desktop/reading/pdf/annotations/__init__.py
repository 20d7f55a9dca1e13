"""What people and programs have put onto a page: comments, fields, stamps, signatures."""
