package org.bihuan.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bihuan.shared.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the trail, newest first over all streams. */
@Repository
class TrailRows {

    private final JdbcClient jdbc;

    TrailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TrailEntry> entry(long id) {
        return jdbc.sql(AuditRows.SELECT + "where id = ?")
                .param(id)
                .query((rs, row) -> AuditRows.link(rs))
                .optional()
                .map(TrailRows::entry);
    }

    /** The entries older than {@code before}, or the newest. */
    List<TrailEntry> page(TrailFilter filter, @Nullable AuditRecord before, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> args = new ArrayList<>();
        who(filter, conditions, args);
        about(filter.about(), conditions, args);
        if (filter.from() != null) {
            conditions.add("happened_at >= ?");
            args.add(utc(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("happened_at < ?");
            args.add(utc(filter.to().plusDays(1)));
        }
        if (before != null) {
            // Two ranges of one index; a comparison of pairs would be none.
            conditions.add("(happened_at < ? or (happened_at = ? and id < ?))");
            args.addAll(List.of(utc(before.at()), utc(before.at()), before.id()));
        }
        args.add(limit);
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return jdbc
                .sql(AuditRows.SELECT.replaceFirst("select ", "select " + inOrder(filter)) + where
                        + " order by happened_at desc, id desc limit ?")
                .params(args)
                .query((rs, row) -> AuditRows.link(rs))
                .list()
                .stream()
                .map(TrailRows::entry)
                .toList();
    }

    /** Else MySQL now and then walks another index and passes over what is not looked for; a comment to others. */
    private static String inOrder(TrailFilter filter) {
        String index;
        if (filter.about() != null) {
            index = "about";
        } else if (filter.actor() != null) {
            index = filter.kind() == null ? "by" : "by_family";
        } else {
            index = filter.kind() == null ? "at" : "family";
        }
        return "/*+ INDEX(audit_event audit_event_" + index + ") */ ";
    }

    private static void who(TrailFilter filter, List<String> conditions, List<Object> args) {
        if (filter.actor() != null && filter.actor() == TrailFilter.SYSTEM) {
            conditions.add("actor_id is null");
        } else if (filter.actor() != null) {
            conditions.add("actor_id = ?");
            args.add(filter.actor());
        }
        if (filter.kind() != null) {
            conditions.add("family = ?");
            args.add(filter.kind().family());
        }
    }

    private static void about(@Nullable String about, List<String> conditions, List<Object> args) {
        if (about == null) {
            return;
        }
        String problem = HashChainTrail.problemOf(about);
        conditions.add("about = ?");
        args.add(problem == null ? about : problem);
        if (problem != null && !problem.equals(about)) {
            conditions.add("stream = ?");
            args.add(about);
        }
    }

    private static TrailEntry entry(AuditRows.Link link) {
        return new TrailEntry(link.entry(), link.previous());
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static LocalDateTime utc(LocalDate day) {
        return utc(day.atStartOfDay(Dates.ZONE).toInstant());
    }
}
