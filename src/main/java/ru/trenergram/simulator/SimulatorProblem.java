package ru.trenergram.simulator;

/** The chat page asked for something that a Telegram client could not do; told to it as a problem with this code. */
public final class SimulatorProblem extends RuntimeException {

    private final int status;
    private final String code;

    private SimulatorProblem(int status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    public static SimulatorProblem invalid(String what) {
        return new SimulatorProblem(422, "invalid_" + what);
    }

    public static SimulatorProblem conflict(String code) {
        return new SimulatorProblem(409, code);
    }

    public static SimulatorProblem notFound(String what) {
        return new SimulatorProblem(404, what + "_not_found");
    }

    public static SimulatorProblem malformed() {
        return new SimulatorProblem(400, "malformed_request");
    }

    public int status() {
        return status;
    }

    /** Stable; its sentence stands in the message bundles under {@code simulator.problem.<code>}. */
    public String code() {
        return code;
    }
}
