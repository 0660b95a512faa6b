package parley.cluster.server;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import jdk.management.jfr.FlightRecorderMXBean;

/** Management access to a running JVM, by attaching to it; the JVM needs no special options. */
public final class Jvm implements AutoCloseable {

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    /** @param connector null for the current JVM, which cannot attach to itself */
    private Jvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans =
                connector == null ? ManagementFactory.getPlatformMBeanServer() : connector.getMBeanServerConnection();
    }

    public static Jvm at(long pid) {
        try {
            if (pid == ProcessHandle.current().pid()) return new Jvm(null);
            var machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return new Jvm(
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()), Map.of()));
            } finally {
                machine.detach();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException("process " + pid + " cannot be attached to", e);
        }
    }

    /** Allocated by all threads since its start. */
    public long allocatedBytes() {
        return number(ManagementFactory.THREAD_MXBEAN_NAME, "TotalThreadAllocatedBytes");
    }

    /** Spent by its compiler threads since its start, including waits for a processor. */
    public long compilationMillis() {
        return number(ManagementFactory.COMPILATION_MXBEAN_NAME, "TotalCompilationTime");
    }

    private long number(String bean, String attribute) {
        try {
            return (Long) beans.getAttribute(new ObjectName(bean), attribute);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FlightRecorderMXBean recorder() {
        try {
            return JMX.newMXBeanProxy(
                    beans, new ObjectName(FlightRecorderMXBean.MXBEAN_NAME), FlightRecorderMXBean.class);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (connector != null) connector.close();
    }
}
