package org.bihuan.demo;

import java.util.ArrayList;
import java.util.List;

import org.bihuan.identity.Duty;
import org.bihuan.identity.OrganisationSetup.SetupDuty;
import org.bihuan.identity.OrganisationSetup.SetupPerson;
import org.bihuan.identity.OrganisationSetup.SetupUnit;
import org.bihuan.identity.UnitKind;

/** The street's organisation for the demo: bodies as the notice names them, persons by their role only. */
final class DemoOrganisation {

    static final String CLERK = "lianluoyuan";
    static final String SUPERVISOR = "ducha";
    static final String DISCIPLINE = "jigongwei";
    static final String SECRETARY = "shuji";
    static final String FIRST_DEPUTY = "zhuren";
    static final String DEPUTY = "fushuji";

    /** An office with its head, its handler and the member of the leadership in charge of it. */
    record Office(String key, String name, UnitKind kind, String leader) {

        String head() {
            return key + "-fuzeren";
        }

        String handler() {
            return key + "-jingbanren";
        }
    }

    static final List<Office> OFFICES = List.of(
            new Office("dangzhengban", "党政办", UnitKind.OFFICE, "banzi1"),
            new Office("dangjianban", "党建办", UnitKind.OFFICE, "banzi1"),
            new Office("shehuiban", "社会工作办", UnitKind.OFFICE, "banzi2"),
            new Office("yingshangban", "营商服务办", UnitKind.OFFICE, "banzi3"),
            new Office("pinganban", "平安建设办", UnitKind.OFFICE, "banzi4"),
            new Office("chengjianban", "城市建设办", UnitKind.OFFICE, "banzi4"),
            new Office("nongfa", "农发条线", UnitKind.LINE, "banzi3"),
            new Office("caiguan", "财管条线", UnitKind.LINE, "banzi2"));

    private static final List<String> NAMED_VILLAGES = List.of("范巷村", "新家弄村", "红星村");
    private static final int VILLAGES = 21;

    private DemoOrganisation() {}

    static List<SetupUnit> units() {
        List<SetupUnit> units = new ArrayList<>();
        units.add(new SetupUnit("street", null, UnitKind.WORKING_COMMITTEE, "新虹街道党工委"));
        units.add(new SetupUnit("group", "street", UnitKind.LEADING_GROUP, "巡察整改工作领导小组"));
        units.add(new SetupUnit("force", "street", UnitKind.TASK_FORCE, "巡察整改工作专班"));
        units.add(new SetupUnit("discipline", "street", UnitKind.DISCIPLINE_COMMITTEE, "街道纪工委"));
        OFFICES.forEach(office -> units.add(new SetupUnit(office.key(), "street", office.kind(), office.name())));
        for (int i = 1; i <= VILLAGES; i++) {
            String name = i <= NAMED_VILLAGES.size()
                    ? NAMED_VILLAGES.get(i - 1) + "党组织"
                    : "第" + (i - NAMED_VILLAGES.size()) + "居民区党组织";
            units.add(new SetupUnit("village" + i, "street", UnitKind.VILLAGE_ORG, name));
        }
        units.add(new SetupUnit("district", null, UnitKind.DISTRICT, "区委巡察办"));
        return units;
    }

    static List<SetupPerson> persons() {
        List<SetupPerson> persons = new ArrayList<>();
        persons.add(person(
                SECRETARY,
                "党工委书记",
                new SetupDuty("group", Duty.APPROVER_HEAD),
                new SetupDuty("street", Duty.LEADERSHIP_MEMBER)));
        persons.add(person(FIRST_DEPUTY, "办事处主任", new SetupDuty("group", Duty.APPROVER_DEPUTY)));
        persons.add(person(DEPUTY, "党群副书记", new SetupDuty("group", Duty.APPROVER_DEPUTY)));
        String[] fields = {"党建", "社区", "营商", "平安城建"};
        for (int i = 0; i < fields.length; i++) {
            persons.add(person(
                    "banzi" + (i + 1), "分管" + fields[i] + "班子成员", new SetupDuty("street", Duty.LEADERSHIP_MEMBER)));
        }
        persons.add(person(CLERK, "专班联络员", new SetupDuty("force", Duty.CLERK)));
        persons.add(person(SUPERVISOR, "专班督查员", new SetupDuty("force", Duty.SUPERVISOR)));
        persons.add(person(DISCIPLINE, "纪工委督查员", new SetupDuty("discipline", Duty.SUPERVISOR)));
        for (Office office : OFFICES) {
            persons.add(person(office.head(), office.name() + "主任", new SetupDuty(office.key(), Duty.UNIT_HEAD)));
            persons.add(person(office.handler(), office.name() + "经办人", new SetupDuty(office.key(), Duty.HANDLER)));
        }
        for (int i = 1; i <= VILLAGES; i++) {
            String name =
                    i <= NAMED_VILLAGES.size() ? NAMED_VILLAGES.get(i - 1) : "第" + (i - NAMED_VILLAGES.size()) + "居民区";
            persons.add(person("cunju" + i, name + "书记", new SetupDuty("village" + i, Duty.UNIT_HEAD)));
        }
        persons.add(person("liucheng", "流程管理员", new SetupDuty("dangzhengban", Duty.PROCESS_ADMIN)));
        persons.add(person("xitong", "系统管理员", new SetupDuty("dangzhengban", Duty.SYSTEM_ADMIN)));
        persons.add(person("anquan", "安全管理员", new SetupDuty("dangzhengban", Duty.SECURITY_ADMIN)));
        persons.add(person("shenji", "审计管理员", new SetupDuty("dangzhengban", Duty.AUDIT_ADMIN)));
        persons.add(person("quji", "区级观察员", new SetupDuty("district", Duty.DISTRICT_READER)));
        return persons;
    }

    private static SetupPerson person(String login, String name, SetupDuty... duties) {
        return new SetupPerson(login, name, List.of(duties));
    }
}
