package org.bihuan.worklist;

import java.util.List;

import org.bihuan.identity.Actor;
import org.bihuan.identity.Directory;
import org.bihuan.identity.OpenWork;
import org.bihuan.rectification.CaseWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells identity what open work a person has, and hands it to a successor. */
@Component
class PersonalWork implements OpenWork {

    private final JdbcClient jdbc;
    private final CaseWork work;
    private final Directory directory;

    PersonalWork(JdbcClient jdbc, CaseWork work, Directory directory) {
        this.jdbc = jdbc;
        this.work = work;
        this.directory = directory;
    }

    @Override
    @Transactional(readOnly = true)
    public int openCount(long personId) {
        return items(personId).size();
    }

    @Override
    @Transactional
    public void handOver(long fromPersonId, long toPersonId, Actor by) {
        String from = directory.person(fromPersonId).name();
        String to = directory.person(toPersonId).name();
        work.takeOverResponsibilities(fromPersonId, toPersonId, by);
        for (Long item : items(fromPersonId)) {
            work.handOver(item, toPersonId, from, to, by);
        }
    }

    private List<Long> items(long person) {
        return jdbc.sql("select item_id from work_inbox where principal = ? and kind = 'MINE'")
                .param(person)
                .query(Long.class)
                .list();
    }
}
