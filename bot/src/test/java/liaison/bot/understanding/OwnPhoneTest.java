package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnPhoneTest {
    @ParameterizedTest
    @ValueSource(strings = {"路灯坏了，我的电话13800001234", "路灯坏了 13800001234", "13800001234", "路灯坏了13800001234", "有事请打13800001234",
            "路灯坏了，联系电话：138 0000 1234", "我手机号是13800001234，路灯坏了", "路灯坏了三天了电话13800001234", "本人王女士，电话13800001234",
            "联系我13800001234", "物业电话13900005678，我的电话13800001234", "路灯坏了，13800001234是我的手机", "楼上漏水，电话13800001234"})
    void in_takesWhatIsSaidToBeHers(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("13800001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"打我老伴电话13800001234", "可以打我手机13800001234", "联系不上我就打我女婿的13800001234", "电话留我弟弟的吧，他叫赵刚，13800001234",
            "留队长的 13800001234", "电话登记我爱人的，13800001234", "我女儿的手机13800001234", "我哥电话：13800001234", "13800001234，这是我姐夫的，找他就行",
            "13800001234是我妈手机，打她电话", "微信同号13800001234", "13800001234微信同号", "联系我大舅13800001234"})
    void in_takesWhatIsLeftOnPurposeBeItSomebodyElses(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("13800001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"电话13900005678，不对，是13800001234", "留13900005678，说错了，是13800001234", "13900005678，哦不，13800001234",
            "13900005678，不对不对，留我爱人的13800001234", "电话是13900005678，写错了是13800001234"})
    void in_takesTheOneSheThoughtOfLast(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("13800001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"停水两天了，物业总说快了，电话13800001234", "社区也不管，手机13800001234", "楼上不认，电话13800001234，请快点"})
    void in_takesOneBehindAClauseAboutOthers(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("13800001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"你们找物业，电话13800001234", "要问就问业委会主任，电话13800001234"})
    void in_leavesOneBehindWhomToAsk(String said) {
        assertThat(OwnPhone.in(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我姐的号13800001234 打给她就行", "我女婿手机13800001234，有事找他", "我婆婆电话是13800001234，白天打她的",
            "孙大姐13800001234，我邻居的，讲好了的", "13800001234，这是我工友的号，他同意了"})
    void in_takesWhoseNumberIsSaidToBeRungOrAgreed(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("13800001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800001234是隔壁的，还没问过他", "留邻居的13800001234，他没答应", "我弟13800001234被骚扰好几次"})
    void in_leavesWhoDidNotAgree(String said) {
        assertThat(OwnPhone.in(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"路灯坏了，电话0713-8888000转12", "电话 0713-8888000 转 3 号分机", "座机0713-8888000 分机 206"})
    void in_takesALandlineWithAnExtension(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("07138888000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"联系物业13800001234没有用", "打村长的13800001234不接", "找施工队13800001234他们不认", "我哥说老板电话13800001234"})
    void in_leavesWhomSomebodyOnlyRang(String said) {
        assertThat(OwnPhone.in(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"电话0713-8888000", "0713 8888000", "路灯坏了三天，电话是0713-8888000", "座机：0713-8888000", "路灯坏了，0713-8888000。"})
    void in_takesALandlineThatIsGivenByItself(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("07138888000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"打了电话0713-8888000，没人接", "找物业说过，电话0713-8888000", "公告上写着0713-8888000", "0713-8888000没人接"})
    void in_leavesALandlineThatIsOnlyMentioned(String said) {
        assertThat(OwnPhone.in(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"物业电话13800001234", "物业 电话 13800001234", "他的手机是13800001234", "烧烤店老板电话：13800001234", "我妈的电话13800001234没人接",
            "打物业的13800001234没人接", "物业经理姓张，电话13800001234", "13800001234是物业的", "13800001234这个号天天骚扰", "小广告上写的电话13800001234",
            "报修电话0571-88001234没人接", "路灯坏了"})
    void in_leavesThoseOfOthers(String said) {
        assertThat(OwnPhone.in(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"隔壁邻居张三（电话13800001234）养鸡",
            "邻居张三电话13800001234",
            "邻居家电话13800001234，他在楼道养鸡",
            "隔壁邻居电话：13800001234",
            "邻居的手机号是13800001234",
            "物业经理（13800001234）不管",
            "老板手机13800001234",
            "对面小卖部老板电话13800001234",
            "他叫张三，13800001234",
            "楼上住户姓王，电话13800001234",
            "楼上王大爷，电话13800001234",
            "楼上的王大爷13800001234",
            "举报张三（13800001234）在楼道养鸡",
            "张三（电话：13800001234）乱停车",
            "开发商负责人李经理（手机13800001234）说话不算数",
            "锦绣苑3号楼住户赵四【13800001234】装修扰民",
            "她叫李红，电话13800001234，天天在楼下吵",
            "邻居叫王五，13800001234",
            "车主电话13800001234，车乱停",
            "邻居张三，身份证110101199003070011，电话13800001234，在楼道养鸡",
            "我要反映隔壁邻居张三（身份证110101199003070011，电话13800001234）在楼道养鸡"})
    void in_leavesThoseOfWhoeverStandsBeforeThem(String said) {
        assertThat(OwnPhone.in(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"锦绣苑路灯坏了（我的电话13800001234）",
            "锦绣苑路灯坏了（电话13800001234）",
            "锦绣苑路灯坏了（13800001234）请尽快修",
            "邻居张三在楼道养鸡，电话13800001234",
            "楼上漏水，电话13800001234",
            "邻居天天打麻将，我电话13800001234",
            "我（电话13800001234）住锦绣苑3号楼",
            "我是锦绣苑业主，电话13800001234",
            "本人李四（13800001234）反映路灯坏了",
            "我叫李四（电话13800001234）",
            "邻居养鸡很臭，联系电话13800001234",
            "隔壁邻居张三在楼道养鸡，墨香苑3号楼，13800001234",
            "路灯坏了三天，李四，13800001234",
            "联系人：李四（13800001234）",
            "业主李四，电话13800001234，反映路灯坏了",
            "姓名李四，电话13800001234",
            "我是3号楼的住户，电话13800001234",
            "我姓王，住锦绣苑，电话13800001234",
            "楼下太吵了，我的手机号13800001234",
            "邻居张三（我的电话13800001234）养鸡",
            "家里有老人，电话13800001234",
            "噪音来自楼下饭店，电话13800001234",
            "反映锦绣苑小区垃圾成山（13800001234）",
            "反映小区路灯（13800001234）"})
    void in_takesHersBesideThatOfAnother(String said) {
        assertThat(OwnPhone.in(said)).isEqualTo("13800001234");
    }
}
