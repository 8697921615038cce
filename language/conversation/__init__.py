"""What do people answer, ask, wish and put right?"""
