using System.Globalization;
using ApiSpec.Generated;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Conditions, sort orders and field lists become text that follows the grammar of the reference.</summary>
public sealed class HqlTests
{
    private static readonly HqlTextMember<Template> Name = new("name");
    private static readonly HqlMember<Template, long> Id = new("instanceID");
    private static readonly HqlMember<Template, DateTimeOffset> Created = new("createTime");
    private static readonly HqlMember<Template, State> ReleaseState = new("releaseState");
    private static readonly HqlFlagMember<Template> Latest = new("latest");

    public static TheoryData<HqlFilter<Template>, string> Comparisons => new()
    {
        { Id == 5, "instanceID = 5" },
        { Id != 5, "instanceID != 5" },
        { Id < long.MaxValue, "instanceID < 9223372036854775807" },
        { Id > 0, "instanceID > 0" },
        { Id <= 5, "instanceID <= 5" },
        { Id >= 5, "instanceID >= 5" },
        { Name == "it's a 'test'", "name = 'it''s a ''test'''" },
        { Name == "", "name = ''" },
        { Name == "テスト & %", "name = 'テスト & %'" },
        { Name.StartsWith("a"), "name starts 'a'" },
        { Name.EndsWith("'"), "name ends ''''" },
        { Name.In("a", "b,c"), "name in ['a','b,c']" },
        { Id.NotIn(1, 2, 3), "instanceID not in [1,2,3]" },
        { Latest == true, "latest = true" },
        { Latest != false, "latest != false" },
        { ReleaseState == new State("release"), "releaseState = 'release'" },
        { Created >= new DateTimeOffset(2014, 12, 9, 18, 50, 30, 500, TimeSpan.FromHours(9)), "createTime >= '2014-12-09T18:50:30.500+09:00'" },
        { Created < new DateTimeOffset(2014, 1, 2, 0, 0, 0, TimeSpan.Zero), "createTime < '2014-01-02T00:00:00.000+00:00'" },
        { new HqlMember<Template, DateTimeOffset>("t", "yyyy-MM-ddTHH:mmzzz") == DateTimeOffset.UnixEpoch, "t = '1970-01-01T00:00+00:00'" },
        { new HqlMember<Template, DateTimeOffset>("t", "yyyy/MM/dd HH:mm@Asia/Tokyo") == DateTimeOffset.UnixEpoch, "t = '1970/01/01 09:00'" },
        { new HqlMember<Template, decimal>("d") == 12.0m, "d = 12" },
        { new HqlMember<Template, double>("d") == 1e10, "d = 10000000000" },
        { new HqlMember<Template, Rights>("rights") == (Rights.Read | Rights.Share), "rights = 17" },
        { new HqlMember<Template, Limit>("limit") == new Limit("5"), "limit = 5" },
        { new HqlMember<Template, Limit>("limit") <= new Limit("2.0e1"), "limit <= 20" },
        { new HqlMember<Template, Limit>("limit") == new Limit("123456789012345678901234567890123"), "limit = 123456789012345678901234567890123" },
        { new HqlMember<Template, Limit>("limit") == new Limit("1200e-2"), "limit = 12" },
        { new HqlMember<Template, Limit>("limit") == new Limit("0.0012E+4"), "limit = 12" },
        { new HqlMember<Template, Limit>("limit") == new Limit("-0.00e99999999999"), "limit = 0" },
        { new HqlMember<Template, Limit>("limit") == new Limit("30000000000000000000000000000000000000.0"), "limit = 30000000000000000000000000000000000000" },
        { new HqlMember<Template, Limit>("limit") == new Limit("1e28"), "limit = 10000000000000000000000000000" },
        { new HqlMember<Template, Limit>("limit").In(new Limit("max"), new Limit("7")), "limit in ['max',7]" },
        { new HqlMember<Template, Limit>("limit") == new Limit("05' or 1"), "limit = '05'' or 1'" },
        { new HqlMember<Template, int>("in") == 1, "[in] = 1" },
        { new HqlMember<Template, int>("a b") == 1, "[a b] = 1" },
        { new HqlMember<Template, int>("1st") == 1, "[1st] = 1" },
    };

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void A_comparison_is_written_by_the_type_of_its_value(HqlFilter<Template> filter, string expected)
        => Assert.Equal(expected, filter.ToString());

    [Fact]
    public void Junctions_of_one_kind_need_no_parentheses_and_mixed_ones_always_have_them()
    {
        var a = Id == 1;
        var b = Id == 2;
        var c = Id == 3;
        Assert.Equal("instanceID = 1 and instanceID = 2 and instanceID = 3", (a & b & c).ToString());
        Assert.Equal("instanceID = 1 and instanceID = 2 and instanceID = 3", (a & (b & c)).ToString());
        Assert.Equal("instanceID = 1 or instanceID = 2 or instanceID = 3", (a | b | c).ToString());
        Assert.Equal("instanceID = 1 or (instanceID = 2 and instanceID = 3)", (a | b & c).ToString());
        Assert.Equal("(instanceID = 1 or instanceID = 2) and instanceID = 3", ((a | b) & c).ToString());
        Assert.Equal("(a eq 1 or b eq 2) and instanceID = 3", (HqlFilter<Template>.Raw("a eq 1 or b eq 2") & c).ToString());
        Assert.Equal("a eq 1 or b eq 2", HqlFilter<Template>.Raw("a eq 1 or b eq 2").ToString());
    }

    [Fact]
    public void A_null_condition_is_left_out()
    {
        HqlFilter<Template>? none = null;
        var a = Id == 1;
        Assert.Same(a, none & a);
        Assert.Same(a, a & none);
        Assert.Same(a, none | a);
        Assert.Same(a, a | none);
        Assert.Null(none & null);
    }

    [Fact]
    public void Values_that_the_grammar_cannot_express_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Name == null!);
        Assert.Throws<ArgumentException>(() => Name == "a\nb");
        Assert.Throws<ArgumentException>(() => Name == "a\u0000");
        Assert.Throws<ArgumentException>(() => Name == "a" + '\uD800');
        Assert.Throws<ArgumentOutOfRangeException>(() => Id == -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HqlMember<Template, double>("d") == 0.5);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HqlMember<Template, double>("d").In(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HqlMember<Template, double>("d") == double.PositiveInfinity);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HqlMember<Template, decimal>("d") == 0.5m);
        Assert.Throws<ArgumentException>(() => Name.In());
        Assert.Throws<ArgumentNullException>(() => Name.In("a", null!));
        Assert.Throws<ArgumentException>(() => HqlFilter<Template>.Raw(" "));
        Assert.Throws<ArgumentException>(() => HqlFilter<Template>.Raw("a\r\nb"));
        Assert.Throws<ArgumentException>(() => HqlSort<Template>.Raw(""));
        Assert.Throws<ArgumentException>(() => HqlFields<Template>.Of());
        Assert.Throws<ArgumentException>(() => new HqlField<Template>("a]b"));
        Assert.Throws<ArgumentException>(() => new HqlField<Template>("a,b"));
        Assert.Throws<ArgumentException>(() => new HqlField<Template>(""));
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("instanceID = 1234567", (Id == 1234567).ToString());
            Assert.Equal(
                "createTime = '2014-12-09T01:02:03.004-05:00'", (Created == new DateTimeOffset(2014, 12, 9, 1, 2, 3, 4, TimeSpan.FromHours(-5))).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Values_in_an_expression_are_written_by_their_type()
    {
        var (text, state, time) = ("it's ' or 1 = 1", new State("release"), new DateTimeOffset(2014, 12, 9, 18, 50, 30, 500, TimeSpan.FromHours(9)));
        IEnumerable<long> ids = [1, 2];

        Assert.Equal("name = 'it''s '' or 1 = 1' and latest = true", HqlFilter<Template>.Where($"name = {text} and latest = {true}").ToString());
        Assert.Equal("status = 'release' or id < 5", HqlFilter<Template>.Where($"status = {state} or id < {5L}").ToString());
        Assert.Equal("t >= '2014-12-09T18:50:30.500+09:00'", HqlFilter<Template>.Where($"t >= {time}").ToString());
        Assert.Equal("t >= '2014-12-09T09:50:30.500+00:00'", HqlFilter<Template>.Where($"t >= {time.UtcDateTime}").ToString());
        Assert.Equal("t >= '2014-12-09'", HqlFilter<Template>.Where($"t >= {time:yyyy-MM-dd}").ToString());
        Assert.Equal("name in ['a','b''c'] and id not in [1,2]", HqlFilter<Template>.Where($"name in {new[] { "a", "b'c" }} and id not in {ids}").ToString());
        Assert.Equal("not (instanceID = 1) and name starts 'x'", HqlFilter<Template>.Where($"not {Id == 1} and {Name} starts {"x"}").ToString());
        Assert.Equal("(a = 1 or b = 'x') and instanceID = 3", (HqlFilter<Template>.Where($"a = 1 or b = {"x"}") & Id == 3).ToString());
        Assert.Equal("a = 'x' and b = 'y'", HqlFilter<Template>.Where($"a = 'x' and b = {"y"}").ToString());
    }

    [Fact]
    public void Value_that_would_change_an_expression_is_refused()
    {
        Assert.Throws<ArgumentException>(() => HqlFilter<Template>.Where($"name = '{Name.Name}'"));
        Assert.Throws<ArgumentNullException>(() => HqlFilter<Template>.Where($"name = {(string?)null}"));
        Assert.Throws<ArgumentException>(() => HqlFilter<Template>.Where($"name in {Array.Empty<string>()}"));
        Assert.Throws<ArgumentNullException>(() => HqlFilter<Template>.Where($"name in {new[] { "a", null }}"));
        Assert.Throws<ArgumentException>(() => HqlFilter<Template>.Where($"name = {"a\nb"}"));
        Assert.Throws<ArgumentException>(() => HqlFilter<Template>.Where($"name = {"a" + '\uD800'}"));
        Assert.Throws<ArgumentOutOfRangeException>(() => HqlFilter<Template>.Where($"id = {-1}"));
        Assert.Throws<ArgumentException>(() => HqlFilter<Template>.Where(default));
    }

    [Fact]
    public void Sort_orders_are_joined_in_their_order()
    {
        Assert.Equal("name ASC", Name.Ascending.ToString());
        Assert.Equal("name ASC,instanceID DESC", (Name.Ascending + Id.Descending).ToString());
        Assert.Equal("latest DESC,a,b DESC,name ASC", Latest.Descending.Then(HqlSort<Template>.Raw("a,b DESC")).Then(Name.Ascending).ToString());
    }

    [Fact]
    public void Fields_are_named_by_fields_and_members_alike()
    {
        Assert.Equal("tags,name,instanceID,latest", HqlFields<Template>.Of(new HqlField<Template>("tags"), Name, Id, Latest).ToString());
        Assert.Equal("a, b", HqlFields<Template>.Raw("a, b").ToString());
    }

    [Fact]
    public void Filters_orders_and_fields_with_equal_texts_are_equal()
    {
        Assert.Equal(Id == 1, HqlFilter<Template>.Raw("instanceID = 1"));
        Assert.Equal((Id == 1).GetHashCode(), (Id == 1).GetHashCode());
        Assert.NotEqual(Id == 1, Id == 2);
        Assert.Equal(Name.Ascending, HqlSort<Template>.Raw("name ASC"));
        Assert.NotEqual(Name.Ascending, Name.Descending);
        Assert.Equal(HqlFields<Template>.Of(Name), HqlFields<Template>.Raw("name"));
        Assert.NotEqual(HqlFields<Template>.Of(Name), HqlFields<Template>.Of(Id));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("0.5")]
    [InlineData("1e-400")]
    [InlineData("5.00000000000000000000000000000000001")]
    [InlineData("0.00000000000000000000000000000000001")]
    [InlineData("1e30")]
    [InlineData("1e2000000000")]
    [InlineData("1e99999999999")]
    [InlineData("1e-99999999999")]
    public void Number_that_digits_cannot_express_is_refused_with_its_text(string text)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new HqlMember<Template, Limit>("limit") == new Limit(text));

        Assert.Equal(text, refused.ActualValue);
        Assert.Contains("negative, has a fraction, or is too large", refused.Message, StringComparison.Ordinal);
    }

    public sealed class Template;

    [Flags]
    public enum Rights
    {
        None = 0,
        Read = 1,
        Share = 16,
    }

    public readonly struct Limit(string text) : INumberValue
    {
        public string Text => text;

        public override string ToString() => text;
    }

    public readonly struct State(string text)
    {
        public override string ToString() => text;
    }
}
