import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Receives spans over OTLP/gRPC as the collector does, and prints each pair of service and span once. */
public class Collector {

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    public static void main(String[] arguments) throws Exception {
        var export = MethodDescriptor.<ExportTraceServiceRequest, ExportTraceServiceResponse>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("opentelemetry.proto.collector.trace.v1.TraceService/Export")
                .setRequestMarshaller(of(ExportTraceServiceRequest.parser()))
                .setResponseMarshaller(of(ExportTraceServiceResponse.parser()))
                .build();
        var service = ServerServiceDefinition.builder("opentelemetry.proto.collector.trace.v1.TraceService")
                .addMethod(export, Collector::receive)
                .build();
        NettyServerBuilder.forPort(4317).addService(service).build().start().awaitTermination();
    }

    private static ServerCall.Listener<ExportTraceServiceRequest> receive(
            ServerCall<ExportTraceServiceRequest, ExportTraceServiceResponse> call, Metadata headers) {
        call.request(2);
        return new ServerCall.Listener<>() {
            @Override
            public void onMessage(ExportTraceServiceRequest request) {
                print(request);
            }

            @Override
            public void onHalfClose() {
                call.sendHeaders(new Metadata());
                call.sendMessage(ExportTraceServiceResponse.getDefaultInstance());
                call.close(Status.OK, new Metadata());
            }
        };
    }

    private static void print(ExportTraceServiceRequest request) {
        for (var resource : request.getResourceSpansList()) {
            var service = resource.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals("service.name"))
                    .map(attribute -> attribute.getValue().getStringValue())
                    .findFirst()
                    .orElse("?");
            for (var scope : resource.getScopeSpansList())
                for (var span : scope.getSpansList())
                    if (SEEN.add(service + " " + span.getName())) System.out.println(service + " " + span.getName());
        }
    }

    private static <T extends MessageLite> Marshaller<T> of(Parser<T> parser) {
        return new Marshaller<>() {
            @Override
            public InputStream stream(T message) {
                return message.toByteString().newInput();
            }

            @Override
            public T parse(InputStream stream) {
                try {
                    return parser.parseFrom(stream);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
    }
}
