package org.bihuan.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the trail. By plain JDBC: one statement is one statement, whatever the session holds. */
@Repository
class AuditRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    static final String SELECT = """
            select id, stream, seq, happened_at, actor_id, actor_name, on_behalf_of, action, facts, origin,
                   prev_hash, hash
            from audit_event
            """;

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end of a stream: what the next entry follows. */
    record Head(long id, long seq, String hash) {}

    /** An entry with the hash it says it follows. */
    record Link(String previous, AuditRecord entry) {}

    Optional<Head> head(String stream) {
        return jdbc.sql("select id, seq, hash from audit_event where stream = ? order by seq desc limit 1")
                .param(stream)
                .query((rs, row) -> new Head(rs.getLong("id"), rs.getLong("seq"), rs.getString("hash")))
                .optional();
    }

    void insert(AuditRecord entry, @Nullable String problem, String previous) {
        jdbc.sql("""
                        insert into audit_event (id, stream, seq, problem, happened_at, actor_id, actor_name,
                                                 on_behalf_of, action, facts, origin, prev_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.id(),
                        entry.stream(),
                        entry.seq(),
                        problem,
                        // Without a zone, so that neither driver shifts it.
                        LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                        entry.actorId(),
                        entry.actorName(),
                        entry.onBehalfOf(),
                        entry.action(),
                        json(entry.facts()),
                        entry.origin(),
                        previous,
                        entry.hash())
                .update();
    }

    List<AuditRecord> ofProblem(String problem, long beforeId, int limit) {
        return jdbc.sql(SELECT + "where problem = ? and id < ? order by id desc limit ?")
                .params(problem, beforeId, limit)
                .query((rs, row) -> link(rs).entry())
                .list();
    }

    /** Sorted here: by problem, as the index has them, is not by time. */
    List<AuditRecord> ofRound(String roundCode, Set<String> actions) {
        return jdbc
                .sql(SELECT + "where problem like :problems and action in (:actions)")
                .param("problems", roundCode + "-P%")
                .param("actions", actions)
                .query((rs, row) -> link(rs).entry())
                .list()
                .stream()
                .sorted(Comparator.comparingLong(AuditRecord::id))
                .toList();
    }

    List<Link> ofStream(String stream, long afterSeq, int limit) {
        return jdbc.sql(SELECT + "where stream = ? and seq > ? order by seq limit ?")
                .params(stream, afterSeq, limit)
                .query((rs, row) -> link(rs))
                .list();
    }

    static Link link(ResultSet rs) throws SQLException {
        return new Link(
                rs.getString("prev_hash"),
                new AuditRecord(
                        rs.getLong("id"),
                        rs.getString("stream"),
                        rs.getLong("seq"),
                        rs.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        rs.getObject("actor_id", Long.class),
                        rs.getString("actor_name"),
                        rs.getString("on_behalf_of"),
                        rs.getString("action"),
                        facts(rs.getString("facts")),
                        rs.getString("origin"),
                        rs.getString("hash")));
    }

    private static String json(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Facts that are no text", e);
        }
    }

    private static Map<String, String> facts(String json) {
        try {
            return JSON.readValue(json, FACTS);
        } catch (JsonProcessingException e) {
            // Somebody wrote into the table: still shown, and the check of the chain reports it as altered.
            return Map.of("unreadable", json);
        }
    }
}
