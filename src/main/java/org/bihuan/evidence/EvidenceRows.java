package org.bihuan.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.bihuan.shared.CaseNumber;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the module; times are stored as UTC. */
final class EvidenceRows {

    private static final String COLUMNS = "select id, case_number, kind, file_name, media_type, size, sha256, attempt,"
            + " uploaded_by, uploader_name, uploaded_at, withdrawn_at from evidence_item ";

    private final JdbcClient jdbc;

    EvidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records a content that may be known already. The row stays locked until the transaction ends,
     * which keeps the sweep away from the file.
     */
    void ensureBlob(String sha256, long size, String mediaType, Instant at) {
        jdbc.sql("insert into evidence_blob (sha256, size, media_type, stored_at) values (?, ?, ?, ?)"
                        + " on duplicate key update size = values(size)")
                .params(sha256, size, mediaType, utc(at))
                .update();
    }

    /** Locks a digest that has no row; false if it has one. The caller rolls back. */
    boolean lockAbsentBlob(String sha256, Instant at) {
        try {
            jdbc.sql("insert into evidence_blob (sha256, size, media_type, stored_at) values (?, 0, '', ?)")
                    .params(sha256, utc(at))
                    .update();
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    /** Adds to the bytes that a case has taken; false, and nothing added, if that would pass the limit. */
    boolean take(String caseNumber, long size, long limit) {
        jdbc.sql("insert into evidence_usage (case_number, total) values (?, 0)"
                        + " on duplicate key update case_number = values(case_number)")
                .params(caseNumber)
                .update();
        return jdbc.sql("update evidence_usage set total = total + ? where case_number = ? and total + ? <= ?")
                        .params(size, caseNumber, size, limit)
                        .update()
                == 1;
    }

    void insert(EvidenceItem i) {
        jdbc.sql("insert into evidence_item (id, case_number, problem_number, kind, attempt, file_name, sha256, size,"
                        + " media_type, uploaded_by, uploader_name, uploaded_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        i.id(),
                        i.caseNumber(),
                        new CaseNumber(i.caseNumber()).problem().value(),
                        i.kind().name(),
                        i.attempt(),
                        i.fileName(),
                        i.sha256(),
                        i.size(),
                        i.mediaType(),
                        i.uploadedBy(),
                        i.uploaderName(),
                        utc(i.uploadedAt()))
                .update();
    }

    /** Withdraws an item that stands; false if somebody was first. */
    boolean withdraw(long id, long by, String reason, Instant at) {
        return jdbc.sql("update evidence_item set withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?,"
                                + " version = version + 1 where id = ? and withdrawn_at is null")
                        .params(utc(at), by, reason, id)
                        .update()
                == 1;
    }

    Optional<EvidenceItem> find(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(EvidenceRows::item)
                .optional();
    }

    /** The item of an attempt that has this content and stands; the first where there are several. */
    Optional<EvidenceItem> standing(String caseNumber, int attempt, String sha256) {
        return jdbc.sql(COLUMNS
                        + "where case_number = ? and attempt = ? and sha256 = ? and withdrawn_at is null"
                        + " order by id limit 1")
                .params(caseNumber, attempt, sha256)
                .query(EvidenceRows::item)
                .optional();
    }

    List<EvidenceItem> ofCase(String caseNumber) {
        return jdbc.sql(COLUMNS + "where case_number = ? order by id desc")
                .param(caseNumber)
                .query(EvidenceRows::item)
                .list();
    }

    List<EvidenceItem> ofProblem(String problemNumber) {
        return jdbc.sql(COLUMNS + "where problem_number = ? order by id desc")
                .param(problemNumber)
                .query(EvidenceRows::item)
                .list();
    }

    Set<EvidenceKind> kinds(String caseNumber, int attempt) {
        return jdbc
                .sql("select distinct kind from evidence_item"
                        + " where case_number = ? and attempt <= ? and withdrawn_at is null")
                .params(caseNumber, attempt)
                .query(String.class)
                .list()
                .stream()
                .map(EvidenceKind::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As above for many cases, each with its attempt. */
    Map<String, Set<EvidenceKind>> kinds(Map<String, Integer> attempts) {
        Map<String, Set<EvidenceKind>> kinds = new HashMap<>();
        if (attempts.isEmpty()) {
            return kinds;
        }
        jdbc.sql("select distinct case_number, attempt, kind from evidence_item"
                        + " where case_number in (:cases) and withdrawn_at is null")
                .param("cases", attempts.keySet())
                .query(row -> {
                    String caseNumber = row.getString(1);
                    if (row.getInt(2) <= attempts.getOrDefault(caseNumber, 0)) {
                        kinds.computeIfAbsent(caseNumber, number -> EnumSet.noneOf(EvidenceKind.class))
                                .add(EvidenceKind.valueOf(row.getString(3)));
                    }
                });
        return kinds;
    }

    Map<String, List<String>> fileNames(String roundCode) {
        Map<String, SortedMap<Long, String>> names = new HashMap<>();
        jdbc.sql("select case_number, id, file_name from evidence_item"
                        + " where problem_number like ? and withdrawn_at is null")
                .param(roundCode + "-P%")
                .query(row -> {
                    names.computeIfAbsent(row.getString(1), number -> new TreeMap<>())
                            .put(row.getLong(2), row.getString(3));
                });
        return names.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> List.copyOf(one.getValue().values())));
    }

    /** Digests on record that begin with two hexadecimal digits, by the primary key. */
    Set<String> digests(String firstTwo) {
        return jdbc
                .sql("select sha256 from evidence_blob where sha256 between ? and ?")
                .params(firstTwo, firstTwo + "g")
                .query(String.class)
                .list()
                .stream()
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static EvidenceItem item(ResultSet row, int index) throws SQLException {
        return new EvidenceItem(
                row.getLong("id"),
                row.getString("case_number"),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256").strip(),
                row.getInt("attempt"),
                row.getLong("uploaded_by"),
                row.getString("uploader_name"),
                row.getObject("uploaded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("withdrawn_at", LocalDateTime.class) != null);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
