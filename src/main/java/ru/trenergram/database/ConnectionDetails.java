package ru.trenergram.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

record ConnectionDetails(String url, String username, String password) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return "ConnectionDetails[" + username + "]";
    }
}
