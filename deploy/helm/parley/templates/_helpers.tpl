{{- define "parley.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{/* Labels that select the pods of a role: (dict "root" $ "role" "chat") */}}
{{- define "parley.selector" -}}
app.kubernetes.io/name: parley
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
{{- end }}

{{- define "parley.labels" -}}
{{ include "parley.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* In production mode, health and metrics are on a port of their own. */}}
{{- define "parley.managementPort" -}}
{{ if .Values.production }}management{{ else }}http{{ end }}
{{- end }}

{{- define "parley.image" -}}
{{- $tag := .tag | default .root.Values.image.tag | default .root.Chart.AppVersion -}}
{{ .root.Values.image.repository }}:{{ $tag }}
{{- end }}

{{- define "parley.path" -}}
{{ .Values.contextRoot | trimSuffix "/" }}
{{- end }}

{{/* Whether a role fetches the pages of previews: (dict "root" $ "role" "chat" "values" .Values.chat) */}}
{{- define "parley.fetchesPages" -}}
{{- if and .root.Values.previews.enabled (ne .role "persister") (not .values.socketsOnly) }}true{{ end }}
{{- end }}

{{/* The settings of a role: (dict "root" $ "role" "chat" "values" .Values.chat) */}}
{{- define "parley.env" -}}
{{- $v := .root.Values -}}
{{- $env := dict -}}
{{- $_ := set $env "PARLEY_ROLE" .role -}}
{{- $_ := set $env "PARLEY_PRODUCTION" (toString $v.production) -}}
{{- $_ := set $env "JVM_ARGS" .values.jvmArgs -}}
{{- $_ := set $env "KAFKA_BOOTSTRAP_SERVERS" (required "kafka.bootstrapServers is required" $v.kafka.bootstrapServers) -}}
{{- $_ := set $env "PARLEY_LOG_SECURITYPROTOCOL" $v.kafka.securityProtocol -}}
{{- if $v.kafka.truststore.secret -}}
{{- $_ := set $env "PARLEY_LOG_TRUSTSTORE" (printf "/etc/parley/kafka-ca/%s" $v.kafka.truststore.key) -}}
{{- $_ := set $env "PARLEY_LOG_TRUSTSTORETYPE" $v.kafka.truststore.type -}}
{{- with $v.kafka.truststore.passwordKey -}}{{- $_ := set $env "PARLEY_LOG_TRUSTSTOREPASSWORDFILE" (printf "/etc/parley/kafka-ca/%s" .) -}}{{- end -}}
{{- end -}}
{{- if $v.kafka.keystore.secret -}}
{{- $_ := set $env "PARLEY_LOG_KEYSTORE" (printf "/etc/parley/kafka-client/%s" $v.kafka.keystore.key) -}}
{{- $_ := set $env "PARLEY_LOG_KEYSTORETYPE" $v.kafka.keystore.type -}}
{{- with $v.kafka.keystore.passwordKey -}}{{- $_ := set $env "PARLEY_LOG_KEYSTOREPASSWORDFILE" (printf "/etc/parley/kafka-client/%s" .) -}}{{- end -}}
{{- end -}}
{{- if $v.kafka.sasl.secret -}}
{{- $_ := set $env "PARLEY_LOG_SASLMECHANISM" $v.kafka.sasl.mechanism -}}
{{- $_ := set $env "PARLEY_LOG_SASLJAASCONFIGFILE" (printf "/etc/parley/kafka-sasl/%s" $v.kafka.sasl.key) -}}
{{- end -}}
{{- $_ := set $env "DB_HOST" (required "database.host is required" $v.database.host) -}}
{{- $_ := set $env "DB_PORT" (toString $v.database.port) -}}
{{- $_ := set $env "DB_NAME" $v.database.name -}}
{{- $_ := set $env "DB_USER" $v.database.user -}}
{{- $_ := set $env "DB_SSL_MODE" $v.database.sslMode -}}
{{- if $v.database.truststore.secret -}}
{{- $_ := set $env "DB_TRUSTSTORE" (printf "file:/etc/parley/database-ca/%s" $v.database.truststore.key) -}}
{{- $_ := set $env "DB_TRUSTSTORE_TYPE" $v.database.truststore.type -}}
{{- end -}}
{{- if ne .role "persister" -}}
{{- $_ := set $env "PARLEY_CONTEXT_ROOT" $v.contextRoot -}}
{{- $_ := set $env "PARLEY_TOKEN_KEY_FILE" "/etc/parley/token" -}}
{{- $_ := set $env "PARLEY_TOKEN_MAYMAKEKEY" "false" -}}
{{- $_ := set $env "PARLEY_TOKEN_AUDIENCE" ($v.token.audience | default (printf "https://%s%s/" $v.host (include "parley.path" .root))) -}}
{{- with $v.operators.names -}}{{- $_ := set $env "PARLEY_OPERATORS" (join "," .) -}}{{- end -}}
{{- if $v.operators.passwordSecret -}}{{- $_ := set $env "PARLEY_OPERATORS_PASSWORDFILE" (printf "/etc/parley/operators/%s" $v.operators.passwordKey) -}}{{- end -}}
{{- with $v.files.s3 -}}
{{- if .bucket -}}
{{- $_ := set $env "PARLEY_FILES_STORAGE" "s3" -}}
{{- $_ := set $env "PARLEY_FILES_BUCKET" .bucket -}}
{{- $_ := set $env "PARLEY_FILES_REGION" .region -}}
{{- if .endpoint -}}{{- $_ := set $env "PARLEY_FILES_ENDPOINT" .endpoint -}}{{- end -}}
{{- $_ := set $env "PARLEY_FILES_PATHSTYLE" (toString .pathStyle) -}}
{{- else if $v.files.claim -}}
{{- $_ := set $env "PARLEY_FILES_FOLDER" "/var/parley/files" -}}
{{- end -}}
{{- end -}}
{{- $_ := set $env "PARLEY_SEARCH_BACKEND" $v.search.backend -}}
{{- if eq $v.search.backend "opensearch" -}}
{{- $_ := set $env "PARLEY_SEARCH_URIS" (required "search.opensearch.uris is required" $v.search.opensearch.uris) -}}
{{- with $v.search.opensearch.user -}}{{- $_ := set $env "PARLEY_SEARCH_USER" . -}}{{- end -}}
{{- end -}}
{{- if $v.previews.enabled -}}
{{- $_ := set $env "PARLEY_PREVIEWS_ENABLED" "true" -}}
{{- $_ := set $env "PARLEY_PREVIEWS_PORTS" (join "," $v.previews.ports) -}}
{{- with $v.previews.allowedNetworks -}}{{- $_ := set $env "PARLEY_PREVIEWS_ALLOWEDNETWORKS" (join "," .) -}}{{- end -}}
{{- end -}}
{{- if $v.ingress.enabled -}}
{{- $_ := set $env "PARLEY_PROXIES" (required "proxies.cidrs is required with an ingress" (join "," $v.proxies.cidrs)) -}}
{{- $_ := set $env "PARLEY_PROXIES_REGEX" (required "proxies.regex is required with an ingress" $v.proxies.regex) -}}
{{- end -}}
{{- end -}}
{{- if and (eq .role "chat") .values.socketsOnly -}}{{- $_ := set $env "PARLEY_CHAT_SOCKETSONLY" "true" -}}{{- end -}}
{{- if $v.logging.json -}}
{{- $_ := set $env "WLP_LOGGING_CONSOLE_FORMAT" "JSON" -}}
{{- $_ := set $env "WLP_LOGGING_CONSOLE_SOURCE" "message,trace" -}}
{{- end -}}
{{- if $v.telemetry.enabled -}}
{{- $_ := set $env "OTEL_SDK_DISABLED" "false" -}}
{{- $_ := set $env "OTEL_SERVICE_NAME" (printf "%s-%s" (include "parley.name" .root) .role) -}}
{{- $_ := set $env "OTEL_EXPORTER_OTLP_ENDPOINT" $v.telemetry.endpoint -}}
{{- $_ := set $env "OTEL_TRACES_SAMPLER" "parentbased_traceidratio" -}}
{{- $_ := set $env "OTEL_TRACES_SAMPLER_ARG" (toString $v.telemetry.sampleRatio) -}}
{{- $_ := set $env "OTEL_METRICS_EXPORTER" "none" -}}
{{- $_ := set $env "OTEL_LOGS_EXPORTER" "none" -}}
{{- end -}}
{{- range $name, $value := merge (deepCopy .values.config) $v.config -}}
{{- if has $name (list "PARLEY_PREVIEWS_ENABLED" "PARLEY_PREVIEWS_PORTS" "PARLEY_PREVIEWS_ALLOWEDNETWORKS") -}}
{{- fail (printf "set the values of previews instead of %s: the network policy follows them" $name) -}}
{{- end -}}
{{- $_ := set $env $name (toString $value) -}}{{- end -}}
{{- range $name := keys $env | sortAlpha }}
- name: {{ $name }}
  value: {{ index $env $name | quote }}
{{- end }}
- name: DB_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ required "database.secret is required" $v.database.secret }}
      key: {{ $v.database.passwordKey }}
{{- if and (ne .role "persister") $v.files.s3.bucket $v.files.s3.secret }}
- name: PARLEY_FILES_ACCESSKEY
  valueFrom:
    secretKeyRef:
      name: {{ $v.files.s3.secret }}
      key: {{ $v.files.s3.accessKeyKey }}
- name: PARLEY_FILES_SECRETKEY
  valueFrom:
    secretKeyRef:
      name: {{ $v.files.s3.secret }}
      key: {{ $v.files.s3.secretKeyKey }}
{{- end }}
{{- if and (ne .role "persister") (eq $v.search.backend "opensearch") $v.search.opensearch.secret }}
- name: PARLEY_SEARCH_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $v.search.opensearch.secret }}
      key: {{ $v.search.opensearch.passwordKey }}
{{- end }}
{{- if and $v.database.truststore.secret $v.database.truststore.passwordKey }}
- name: DB_TRUSTSTORE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $v.database.truststore.secret }}
      key: {{ $v.database.truststore.passwordKey }}
{{- end }}
{{- end }}

{{/* Secrets that are mounted: folder and Secret */}}
{{- define "parley.secrets" -}}
{{- $v := .root.Values -}}
{{- $secrets := dict -}}
{{- with $v.kafka.truststore.secret -}}{{- $_ := set $secrets "kafka-ca" . -}}{{- end -}}
{{- with $v.kafka.keystore.secret -}}{{- $_ := set $secrets "kafka-client" . -}}{{- end -}}
{{- with $v.kafka.sasl.secret -}}{{- $_ := set $secrets "kafka-sasl" . -}}{{- end -}}
{{- with $v.database.truststore.secret -}}{{- $_ := set $secrets "database-ca" . -}}{{- end -}}
{{- if ne .role "persister" -}}
{{- $_ := set $secrets "token" (required "token.secret is required" $v.token.secret) -}}
{{- with $v.operators.passwordSecret -}}{{- $_ := set $secrets "operators" . -}}{{- end -}}
{{- end -}}
{{ toYaml $secrets }}
{{- end }}

{{/* The claim that a role mounts for files, if any */}}
{{- define "parley.filesClaim" -}}
{{- $files := .root.Values.files -}}
{{- if and (ne .role "persister") (not $files.s3.bucket) }}{{ $files.claim }}{{ end }}
{{- end }}

{{- define "parley.mounts" -}}
- name: tmp
  mountPath: /tmp
- name: data
  mountPath: /data
{{- if include "parley.filesClaim" . }}
- name: files
  mountPath: /var/parley/files
{{- end }}
{{- range $folder, $secret := include "parley.secrets" . | fromYaml }}
- name: {{ $folder }}
  mountPath: /etc/parley/{{ $folder }}
  readOnly: true
{{- end }}
{{- end }}

{{- define "parley.volumes" -}}
- name: tmp
  emptyDir: {}
- name: data
  emptyDir: {}
{{- with include "parley.filesClaim" . }}
- name: files
  persistentVolumeClaim:
    claimName: {{ . }}
{{- end }}
{{- range $folder, $secret := include "parley.secrets" . | fromYaml }}
- name: {{ $folder }}
  secret:
    secretName: {{ $secret }}
    # Readable by the group, which is that of the image's user
    defaultMode: 0440
{{- end }}
{{- end }}

{{- define "parley.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1001
runAsGroup: 0
fsGroup: 0
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "parley.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}
