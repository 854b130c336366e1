"""An outsider's attack on hidden numbers: what follows from everything that readers have or ever had (METHODS 5).

It knows nothing of how cells were chosen to be hidden: the sums that hold by meaning are written anew here, and the range
of each number is what `scipy.optimize.linprog` gives.
"""
