"""Reading by Apache Spark: on all processors of this machine, or on the machines of a cluster.

Nothing here is imported before Spark is asked for; ``sociogram[spark]`` installs what it needs.
"""
