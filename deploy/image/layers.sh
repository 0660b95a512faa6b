#!/usr/bin/env bash
# Sorts an unpacked server package into folders that change at different rates, one for each layer of the image:
#   layers.sh PACKAGE TARGET makes TARGET/runtime, libraries, page, modules, web and application, each with paths below
#   /opt/parley
# The applications are unpacked, so that a change of code does not ship the libraries again, and a library that both
# applications have is stored once. Needs the JDK's jar.
set -euo pipefail
package=$1 target=$2
apps=wlp/usr/servers/parley/apps
mkdir -p "$target"/{runtime,libraries,page,modules,web,application}

# unpack ARCHIVE: replaces the archive by a folder of the same name.
unpack() {
  mv "$1" "$1.archive"
  mkdir "$1"
  (cd "$1" && jar xf "../${1##*/}.archive")
  rm "$1.archive"
}

# move LAYER PATH…: paths are relative to the package.
move() {
  local layer=$1 path
  shift
  for path in "$@"; do
    mkdir -p "$target/$layer/$(dirname "$path")"
    mv "$package/$path" "$target/$layer/$path"
  done
}

cd "$package"
# Its name is the time of the build, so the runtime would be another layer each time.
rm -f wlp/lib/versions/package_*.txt
# The JDK's jar forgets modes.
chmod 755 bin/* wlp/bin/*
unpack "$apps/chat.ear"
for war in "$apps"/chat.ear/*.war; do unpack "$war"; done
unpack "$apps/chat-persister.war"

# Jars of the persister that the chat application has, too: names differ, contents do not.
declare -A known
for jar in "$apps"/chat.ear/lib/*.jar "$apps"/chat.ear/*.jar; do known[$(sha256sum <"$jar")]=${jar#"$apps"/}; done
for jar in "$apps"/chat-persister.war/WEB-INF/lib/*.jar; do
  same=${known[$(sha256sum <"$jar")]:-}
  [ -z "$same" ] || ln -sf "../../../$same" "$jar"
done

for path in wlp/*; do [ "$path" = wlp/usr ] || move runtime "$path"; done
for path in "$apps"/chat.ear/lib/*.jar "$apps"/chat.ear/*.war/WEB-INF/lib/*.jar "$apps"/chat-persister.war/WEB-INF/lib/*.jar \
  wlp/usr/servers/parley/jdbc; do
  case ${path##*/} in parley-*.jar | chat-*.jar) ;; *) move libraries "$path" ;; esac
done
for path in lib/*.jar; do [ "$path" = lib/parley-cli.jar ] || move libraries "$path"; done
for path in "$apps"/chat.ear/*.war/assets; do [ ! -d "$path" ] || move page "$path"; done
move modules "$apps"/chat.ear/*.jar "$apps"/chat.ear/lib/*.jar "$apps"/chat.ear/parley-chat-persister*.war \
  "$apps"/chat-persister.war lib/parley-cli.jar
move web "$apps"/chat.ear/chat-web.war/WEB-INF
move application bin lib wlp docs LICENSE NOTICE VERSION
# The same content is the same layer, whenever it was built. Browsers ask for what is left by its time.
find "$target"/{runtime,libraries,page,modules,web} -exec touch -h -d 2026-01-01T00:00:00Z {} +
