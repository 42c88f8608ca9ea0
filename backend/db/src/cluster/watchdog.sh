# Outlives the owner of a disposable cluster, and then removes it: $1 its folder, $2 the folder of its socket.
# Standard input is a pipe only the owner holds, so it ends when the owner does, however that happens.
trap '' HUP INT QUIT TERM
while read -r _; do :; done
case $1 in */linli-disposable-*) ;; *) exit 1 ;; esac
# Once is enough, unless the owner died while initdb or the server was starting.
tries=0
while [ -d "$1" ] && [ "$tries" -lt 100 ]; do
    if read -r server <"$1/data/postmaster.pid"; then
        # What pg_ctl does for an immediate stop, and no need to know where pg_ctl is.
        kill -QUIT "$server"
        while kill -0 "$server" && [ -f "$1/data/postmaster.pid" ] && [ "$tries" -lt 100 ]; do
            sleep 0.05
            tries=$((tries + 1))
        done
    fi
    rm -rf -- "$1" || sleep 0.2
    tries=$((tries + 1))
done
case $2 in /tmp/linli-*) rm -rf -- "$2" ;; esac
