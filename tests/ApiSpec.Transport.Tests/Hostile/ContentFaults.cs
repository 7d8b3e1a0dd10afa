using System.Text;
using static ApiSpec.Tests.Hostile.Fault;

namespace ApiSpec.Tests.Hostile;

/// <summary>Complete bodies that contradict the reference: other types, other charsets, other JSON or none.</summary>
public static class ContentFaults
{
    private const string Html = "<html><body>It works!</body></html>";

    private static readonly byte[] HalfPair = [
        .. Encoding.Unicode.GetBytes(Fault.Action.Split("rerunStart")[0]), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(Fault.Action.Split("rerunStart")[1]),
    ];

    public static IEnumerable<Fault> All { get; } =
    [
        Body("sends HTML", "text/html", Html, "contract: the content type is 'text/html', not JSON."),
        Body("sends HTML that claims to be JSON", "application/json", Html, "contract: $: the JSON is malformed"),
        Body("sends HTML without a type", null, Html, "contract: $: the JSON is malformed"),
        Body("sends JSON without a type", null, Fault.Action, "success rerunStart"),
        Body("sends JSON as text", "text/plain", Fault.Action, "success rerunStart"),
        Body("sends text", "text/plain", "It works!", "contract: the content type is 'text/plain', not JSON."),
        Body("sends a picture", "image/png", "\u0089PNG", "contract: the content type is 'image/png', not JSON."),
        Body("sends a type that is none", "; ;;=", Fault.Action, "success rerunStart"),
        Body("sends a type with direction marks", "text/\u202ehtml", Html, "contract: the content type is 'text/?html', not JSON."),
        Reply("fails with HTML", Whole("HTTP/1.1 404 No\r\n", "text/html", Encoding.UTF8.GetBytes(Html)), "failure 404, 35 bytes"),
        Reply("fails with HTML that claims to be JSON", Whole(
            "HTTP/1.1 404 No\r\n", "application/json", Encoding.UTF8.GetBytes(Html)), "failure 404, 35 bytes"),
        Reply("fails with JSON of another kind", Whole("HTTP/1.1 404 No\r\n", "application/json", "[1]"u8.ToArray()), "failure 404, 3 bytes"),
        Reply("fails as documented", Whole("HTTP/1.1 404 No\r\n", "application/json", Encoding.UTF8.GetBytes(Sample.Bodies.Error)), "failure 404, KNAE07001-E"),

        Body("begins with a byte order mark", "application/json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Fault.Action)], "success rerunStart"),
        Body("writes UTF-16 with a byte order mark", "application/json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Fault.Action)], "success rerunStart"),
        Body("writes big-endian UTF-16 with a byte order mark", "application/json", [
            0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Fault.Action),
        ], "success rerunStart"),
        Body("writes UTF-16 and says so", "application/json; charset=utf-16", Encoding.Unicode.GetBytes(Fault.Action), "success rerunStart"),
        Body("writes UTF-16 and does not say so", "application/json", Encoding.Unicode.GetBytes(Fault.Action), "contract: $: the JSON is malformed"),
        Body("writes UTF-32 with a byte order mark", "application/json", [
            0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Fault.Action),
        ], "contract: $: the JSON is malformed"),
        Body("claims UTF-16 and writes UTF-8", "application/json; charset=utf-16", Fault.Action, "contract: the body is no text in the charset 'utf-16'."),
        Body("writes half a surrogate pair in UTF-16", "application/json; charset=utf-16", HalfPair, "contract: the body is no text in the charset 'utf-16'."),
        Body("ends UTF-16 within a character", "application/json", [
            0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Fault.Action), 0x20,
        ], "contract: the body is no text in the charset 'utf-16'."),
        Body("writes Latin-1 and says so", "application/json; charset=iso-8859-1", Encoding.Latin1.GetBytes(Sample.Bodies.ActionNamed("é")), "success é"),
        Body("writes Latin-1 and claims UTF-8", "application/json; charset=utf-8", Encoding.Latin1.GetBytes(
            Sample.Bodies.ActionNamed("é")), "contract: $.name: the text is not valid Unicode."),
        Body("claims ASCII and writes UTF-8", "application/json; charset=us-ascii", Sample.Bodies.ActionNamed("名"), "success 名"),
        Body(
            "writes a charset that nobody knows", "application/json; charset=klingon", Fault.Action,
            "contract: the body is in the charset 'klingon', which is not known here."),
        Body(
            "writes a charset that may not be decoded", "application/json; charset=utf-7", Fault.Action,
            "contract: the body is in the charset 'utf-7', which is not known here."),
        Body("writes overlong UTF-8", "application/json", [
            .. "{ \"name\" : \""u8, 0xC0, 0xAF, .. "\" }"u8,
        ], "contract: $.name: the text is not valid Unicode."),
        Body("cuts a UTF-8 sequence", "application/json", [
            .. "{ \"name\" : \""u8, 0xE5, 0x90, .. "\" }"u8,
        ], "contract: $.name: the text is not valid Unicode."),

        Body("sends null", "application/json", "null", "contract: $: an object (ActionObject) was expected"),
        Body("sends a list", "application/json", "[]", "contract: $: an object (ActionObject) was expected"),
        Body("sends a number", "application/json", "1", "contract: $: an object (ActionObject) was expected"),
        Body("sends nothing but white space", "application/json", " \r\n\t ", "contract: $: the JSON is malformed"),
        Body("sends null characters", "application/json", "\0\0\0\0", "contract: $: the JSON is malformed"),
        Body("sends an object without members", "application/json", "{}", "contract: $.name: "),
        Body("leaves a member out", "application/json", """{"name":"a","method":"POST","parameters":[]}""", "contract: $.href: "),
        Body("sends null for a member", "application/json", """{"name":null,"href":"","method":"","parameters":[]}""", "contract: $.name: "),
        Body("sends a number for a text", "application/json", """{"name":1,"href":"","method":"","parameters":[]}""", "contract: $.name: "),
        Body("sends an object for a list", "application/json", """{"name":"","href":"","method":"","parameters":{}}""", "contract: $.parameters: "),
        Body("stops within a text", "application/json", """{"name":"a\u00""", "contract: $.name: the JSON is malformed"),
        Body("adds a second body", "application/json", Fault.Action + Fault.Action, "contract: $: there is more after the value."),
        Body("adds rubbish", "application/json", Fault.Action + "<!-- 12 ms -->", "contract: $: there is more after the value."),
        Body("adds white space", "application/json", Fault.Action + "\r\n\r\n", "success rerunStart"),
        Body("adds a comma", "application/json", """{"name":"a",}""", "contract: $.name: the JSON is malformed"),
        Body("adds a comment", "application/json", "/* hi */" + Fault.Action, "contract: $: the JSON is malformed"),
        Body("sends JavaScript", "application/json", "callback(" + Fault.Action + ")", "contract: $: the JSON is malformed"),
        Body(
            "sends not a number", "application/json", """{"name":"","href":"","method":"","parameters":[NaN]}""",
            "contract: $.parameters: the JSON is malformed"),
        Body("sends half a surrogate pair", "application/json", """{"name":"\ud800","href":"","method":"","parameters":[]}""", "contract: $.name: "),
        Body("repeats a member", "application/json", """{"name":"a","name":"b","href":"","method":"","parameters":[]}""", "success b"),
        Body("nests too deeply", "application/json", """{"parameters":""" + new string('[', 65) + new string(']', 65) + "}", "contract: $.parameters"),
        Body("nests 400,000 times", "application/json", """{"x":""" + new string('[', 400_000), "contract: $.x"),
    ];
}
