package org.bihuan.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The MySQL image of {@code docker/compose.yaml} in a container. */
final class MySqlContainer implements MySqlServer {

    private final int port = Executables.freePort();
    private final GenericContainer<?> container;

    MySqlContainer(List<String> options) {
        // Bound to one host port, so that the address survives a restart.
        container = new GenericContainer<>(DockerImageName.parse("mysql:8.4"))
                .withEnv("MYSQL_ALLOW_EMPTY_PASSWORD", "yes")
                .withCommand(options.toArray(String[]::new));
        container.setPortBindings(List.of("127.0.0.1:" + port + ":3306"));
    }

    /** Whether a Docker daemon answers; asks Testcontainers only where one can be, since its search is slow. */
    static boolean available() {
        boolean possible = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return possible && DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public boolean alive() {
        return container.isRunning();
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void dispose() {
        container.stop();
    }

    @Override
    public String log() {
        return container.getLogs();
    }
}
