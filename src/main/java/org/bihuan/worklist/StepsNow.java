package org.bihuan.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bihuan.identity.Directory;
import org.bihuan.identity.PersonRef;
import org.bihuan.rectification.OpenSteps;
import org.bihuan.shared.CaseNumber;
import org.bihuan.shared.ModelText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open steps of a case out of the read model, with the names of those before whom they stand. */
@Service
@Transactional(readOnly = true)
class StepsNow implements OpenSteps {

    private final JdbcClient jdbc;
    private final Directory directory;

    StepsNow(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    private record Line(
            long id,
            String caseNumber,
            ModelText step,
            @Nullable Long assignee,
            LocalDate due) {}

    @Override
    public List<Step> of(CaseNumber problem) {
        List<Line> lines = jdbc.sql("select id, case_number, step_key, step_name, assignee, due from work_item"
                        + " where problem_number = ? and state = 'OPEN' order by due, case_number")
                .param(problem.value())
                .query((rs, row) -> new Line(
                        rs.getLong(1),
                        rs.getString(2),
                        new ModelText(rs.getString(3), rs.getString(4)),
                        rs.getObject(5, Long.class),
                        rs.getObject(6, LocalDate.class)))
                .list();
        Map<Long, List<Long>> posts = claimable(lines);
        Map<Long, PersonRef> persons = directory.persons(lines.stream()
                .map(Line::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, List<String>> holders = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Line line : lines) {
            Long assignee = line.assignee();
            List<String> who = assignee != null
                    ? List.of(name(persons.get(assignee)))
                    : posts.getOrDefault(line.id(), List.of()).stream()
                            .flatMap(post -> holders.computeIfAbsent(post, this::holders).stream())
                            .distinct()
                            .toList();
            steps.add(new Step(new CaseNumber(line.caseNumber()), line.step(), who, assignee != null, line.due()));
        }
        return steps;
    }

    /** The posts that may claim, by work item. */
    private Map<Long, List<Long>> claimable(List<Line> lines) {
        List<Long> open = lines.stream()
                .filter(line -> line.assignee() == null)
                .map(Line::id)
                .toList();
        Map<Long, List<Long>> posts = new HashMap<>();
        if (!open.isEmpty()) {
            jdbc.sql("select item_id, principal from work_inbox where kind = 'CLAIM' and item_id in (:ids)"
                            + " order by item_id, principal")
                    .param("ids", open)
                    .query(rs -> {
                        posts.computeIfAbsent(rs.getLong(1), id -> new ArrayList<>())
                                .add(rs.getLong(2));
                    });
        }
        return posts;
    }

    private List<String> holders(long post) {
        return directory.holders(post).stream().map(PersonRef::name).toList();
    }

    private static String name(@Nullable PersonRef person) {
        return person == null ? "" : person.name();
    }
}
