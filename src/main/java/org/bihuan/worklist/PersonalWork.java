package org.bihuan.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.OpenWork;
import org.bihuan.identity.PersonRef;
import org.bihuan.identity.PostRef;
import org.bihuan.rectification.Succession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells identity what open work a person has, and hands it to a successor. */
@Component
class PersonalWork implements OpenWork {

    private static final String BEFORE = " from work_inbox i where i.principal = ? and i.kind = 'CLAIM'";

    private final JdbcClient jdbc;
    private final Succession succession;
    private final Directory directory;

    PersonalWork(JdbcClient jdbc, Succession succession, Directory directory) {
        this.jdbc = jdbc;
        this.succession = succession;
        this.directory = directory;
    }

    @Override
    @Transactional(readOnly = true)
    public Own own(long personId) {
        return new Own(items(personId).size(), succession.problemsOf(personId), succession.measuresOf(personId));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(long personId, List<PostRef> posts) {
        return posts.stream()
                .map(post -> new Waiting(post, waiting(personId, post.id())))
                .filter(waiting -> waiting.steps() > 0)
                .toList();
    }

    /** Steps before the post that no other holder of any of their posts could take; who is barred could not. */
    private int waiting(long person, long post) {
        List<Object> params = new ArrayList<>(List.of(post));
        List<String> others = new ArrayList<>();
        for (Long held : beside(post)) {
            List<Long> holders = directory.holders(held).stream()
                    .map(PersonRef::id)
                    .filter(holder -> holder != person)
                    .toList();
            List<String> free = new ArrayList<>();
            List<Object> patterns = new ArrayList<>();
            directory.unitsOf(holders).forEach((holder, units) -> {
                List<Long> hands = new ArrayList<>(units);
                hands.add(holder);
                free.add(Barred.none("o.barred", hands));
                patterns.addAll(Barred.patterns(hands));
            });
            if (!free.isEmpty()) {
                others.add("(o.principal = ? and (" + String.join(" or ", free) + "))");
                params.add(held);
                params.addAll(patterns);
            }
        }
        // A count and no "not exists", which MySQL may turn into a join that reads the whole table.
        String taken = others.isEmpty()
                ? ""
                : " and (select count(*) from work_inbox o where o.item_id = i.item_id and o.kind = 'CLAIM' and ("
                        + String.join(" or ", others) + ")) = 0";
        return jdbc.sql("select count(*)" + BEFORE + taken)
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** The post, and those before which any of its steps stands as well. */
    private List<Long> beside(long post) {
        return Stream.concat(
                        Stream.of(post),
                        jdbc
                                .sql(
                                        "select distinct o.principal from work_inbox i join work_inbox o on o.item_id = i.item_id"
                                                + " where i.principal = :post and i.kind = 'CLAIM' and o.kind = 'CLAIM'")
                                .param("post", post)
                                .query(Long.class)
                                .list()
                                .stream())
                .distinct()
                .toList();
    }

    @Override
    @Transactional
    public void handOver(long fromPersonId, long toPersonId, Actor by) {
        succession.takeOver(fromPersonId, toPersonId, by);
        for (Long item : items(fromPersonId)) {
            succession.handOver(item, fromPersonId, toPersonId, by);
        }
    }

    private List<Long> items(long person) {
        return jdbc.sql("select item_id from work_inbox where principal = ? and kind = 'MINE'")
                .param(person)
                .query(Long.class)
                .list();
    }
}
