package ru.trenergram.simulator.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.trenergram.simulator.WhenSimulated;

/** Closes connections instead of answering, as a network does that breaks down. No servlet can do that by itself. */
@Configuration(proxyBeanMethods = false)
@WhenSimulated
class LostAnswers {

    private static final String CUT_OFF = LostAnswers.class.getName();

    /** Has the connection of this request closed once it is handled; nothing may have been written to it. */
    static void cutOff(HttpServletRequest request) {
        request.setAttribute(CUT_OFF, true);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionCutter() {
        return factory -> factory.addEngineValves(new Cutter());
    }

    private static final class Cutter extends ValveBase {

        Cutter() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(CUT_OFF) != null) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }
}
