using System.Globalization;
using System.Text.RegularExpressions;
using ApiSpec.Generated;
using CsCheck;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Any value stays within its segment or parameter.</summary>
public sealed class RequestTargetTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.String["/\\?#%&=+.;:@ \r\n\t\0'\"<>{}|^`é漢\uFEFF\u202E"],
        Gen.Char.Array.Select(characters => new string(characters)),
        Gen.String["./\\%25eEcCfF;a"],
        Gen.Const("😀/../%2e%2e/😀"));

    [Fact]
    public void Any_path_value_is_one_segment_that_reads_back()
        => AnyText.Sample(value =>
        {
            if (value.Length == 0 || !IsUnicode(value) || HasStep(value))
            {
                Assert.Throws<ArgumentException>(() => PathOf(value, false));
                return;
            }

            var target = PathOf(value, false);
            var segments = target.Split('/');
            Assert.Equal(4, segments.Length);
            Assert.Equal(value, Uri.UnescapeDataString(segments[2]));
            AssertSurvivesUri(target);
        });

    [Fact]
    public void A_path_value_with_slashes_keeps_them_and_nothing_else()
        => AnyText.Sample(value =>
        {
            if (value.Length == 0 || !IsUnicode(value) || HasStep(value))
            {
                Assert.Throws<ArgumentException>(() => PathOf(value, true));
                return;
            }

            var target = PathOf(value, true);
            Assert.Equal(value, Uri.UnescapeDataString(target["/a/".Length..^"/z".Length]));
            Assert.Equal(value.Count(character => character == '/') + 3, target.Count(character => character == '/'));
            AssertSurvivesUri(target);
        });

    [Fact]
    public void Any_query_value_is_one_parameter_that_reads_back()
        => Gen.Select(AnyText, AnyText).Where(pair => IsUnicode(pair.Item1) && IsUnicode(pair.Item2)).Sample((first, second) =>
        {
            var target = new RequestTarget("/a");
            target.AppendQuery("p", first);
            target.AppendQuery("q%3A%3A", second);
            var text = target.ToString();

            var parameters = text["/a?".Length..].Split('&');
            Assert.Equal(2, parameters.Length);
            Assert.Equal(first, Uri.UnescapeDataString(parameters[0]["p=".Length..]));
            Assert.Equal(second, Uri.UnescapeDataString(parameters[1]["q%3A%3A=".Length..]));
            AssertSurvivesUri(text);
        });

    [Fact]
    public void Escapes_are_those_of_RFC_3986()
    {
        var all = new string([.. Enumerable.Range(0, 128).Select(code => (char)code)]);
        Assert.Equal(Uri.EscapeDataString(all), PathOf(all, false)["/a/".Length..^"/z".Length]);
        Assert.Equal("/a/%7F%C2%80%DF%BF%E0%A0%80%EF%BF%BF%F0%90%80%80%F4%8F%BF%BF/z", PathOf("\u007F\u0080\u07FF\u0800\uFFFF\U00010000\U0010FFFF", false));
    }

    [Fact]
    public void Numbers_and_flags_and_lists()
    {
        var target = new RequestTarget("/a/");
        target.AppendPath(-9223372036854775808);
        target.AppendLiteral("/b?fixed=1");
        target.AppendQuery("absent", (string?)null);
        target.AppendQuery("none", (long?)null);
        target.AppendQuery("n", -5);
        target.AppendQuery("empty", "");
        target.AppendFlag("reverse", true);
        target.AppendFlag("other", false);
        QueryList.Append(ref target, "r", null, ["a", "b&c"], static item => item);
        QueryList.Append(ref target, "r0", null, Array.Empty<string>(), static item => item);
        QueryList.Append(ref target, "r1", null, (string[]?)null, static item => item);
        QueryList.Append(ref target, "c", ",", ["x y", "z"], static item => item);
        QueryList.Append(ref target, "s", " ", ["x,y", "z"], static item => item);
        QueryList.Append(ref target, "p", "|", [1, 2], static item => item.ToString(CultureInfo.InvariantCulture));
        QueryList.Append(ref target, "l0", ",", Array.Empty<string>(), static item => item);
        QueryList.Append(ref target, "l1", ",", (string[]?)null, static item => item);
        Assert.Equal(
            "/a/-9223372036854775808/b?fixed=1&n=-5&empty=&reverse&r=a&r=b%26c&c=x%20y,z&s=x%2Cy%20z&p=1%7C2",
            target.ToString());
    }

    [Fact]
    public void Exceptions_name_the_wrong_parameter()
    {
        Assert.Equal("id", Assert.Throws<ArgumentException>("id", () => PathOf("", false)).ParamName);
        Assert.Throws<ArgumentNullException>("id", () => PathOf(null!, false));
        Assert.Throws<ArgumentException>("id", () => PathOf("..", false));
        Assert.Throws<ArgumentException>("id", () => PathOf("a/./b", true));
        Assert.Throws<ArgumentException>("id", () => PathOf("a" + '\uDC00', false));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(",")]
    public void A_list_in_the_query_must_not_contain_null(string? separator)
        => Assert.Throws<ArgumentException>("c", () =>
        {
            var target = new RequestTarget("/a");
            QueryList.Append(ref target, "c", separator, ["x", null], static item => item);
        });

    [Theory]
    [InlineData("ids%5B%5D", "ids")]
    [InlineData("page%5Bsize%5D", "page[size]")]
    [InlineData("%E7%95%AA%E5%8F%B7", "\u756A\u53F7")]
    [InlineData("c", "c")]
    public void Exceptions_about_the_query_have_the_name_that_the_reference_prints(string escaped, string printed)
    {
        const string Unpaired = "a\uDC00";
        Action<string>[] calls =
        [
            static name => Append(name, null, "x", null),
            static name => Append(name, null, Unpaired),
            static name => Append(name, ",", "x", null),
            static name => Append(name, ",", ""),
            static name => Append(name, ",", "x", "y,z"),
            static name => Append(name, ",", Unpaired),
            static name =>
            {
                var target = new RequestTarget("/a");
                target.AppendQuery(name, Unpaired);
            },
        ];

        foreach (var call in calls)
            Assert.Throws<ArgumentException>(printed, () => call(escaped));

        static void Append(string name, string? separator, params string?[] values)
        {
            var target = new RequestTarget("/a");
            QueryList.Append(ref target, name, separator, values, static item => item);
        }
    }

    private static string PathOf(string value, bool slashes)
    {
        var target = new RequestTarget("/a/");
        target.AppendPath(value, "id", slashes);
        target.AppendLiteral("/z");
        return target.ToString();
    }

    // Decodes in several rounds, whereas the library decodes in one.
    private static bool HasStep(string value)
    {
        for (var text = value; ;)
        {
            if (text.Split('/', '\\')
                .Any(static part => Regex.IsMatch(part.Split(';', '\0')[0], @"^[\x01-\x1F\x7F]*\.[\x01-\x1F\x7F]*(\.[\x01-\x1F\x7F]*)?[\x01-\x20\x7F]*\z")))
                return true;
            var undone = Regex.Replace(text, "%([0-9A-Fa-f]{2})", static match => ((char)Convert.ToByte(match.Groups[1].Value, 16)).ToString());
            if (undone == text)
                return false;
            text = undone;
        }
    }

    private static void AssertSurvivesUri(string target) => Assert.Equal(target, new Uri("http://host" + target).PathAndQuery);

    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }
}
