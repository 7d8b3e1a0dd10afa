using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generator.Tests.Running;
using CsCheck;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>The behaviour of generated JSON code at run time.</summary>
public sealed class JsonBehaviourTests
{
    private static readonly GeneratedAssembly Sent = GeneratedAssembly.Of(Section("body: Subject"));

    private static readonly GeneratedAssembly Received = GeneratedAssembly.Of(Section("response: Subject"));

    [Theory]
    [InlineData("""{"id":1,"state":"on","nothing":null}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"optional":"x"}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"both":null}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"both":"x"}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"list":[]}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"bothList":null}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"bothList":[1,2]}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"child":{"id":2,"state":"off","nothing":"y","list":["z"]}}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"anything":null}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"anything":[1,{"a":"b"}]}""")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"byName":{"":0,"a b":-1}}""")]
    public void What_is_absent_stays_absent_and_what_is_null_stays_null(string json)
    {
        foreach (var assembly in new[] { Sent, Received })
        {
            var subject = assembly.Json("Subject");
            Assert.Equal(json, subject.Write(subject.Parse(json)));
        }
    }

    [Fact]
    public void Members_that_are_set_to_null_are_written_and_those_never_set_are_not()
    {
        var subject = Sent.Json("Subject");
        var state = Activator.CreateInstance(Sent.Type("SubjectState"), "on");
        Assert.Equal("""{"id":0,"state":"on","nothing":null}""", subject.Write(subject.New(("Id", 0L), ("State", state))));
        Assert.Equal("""{"id":0,"state":"on","nothing":null,"both":null}""", subject.Write(subject.New(("Id", 0L), ("State", state), ("Both", null))));
        Assert.Contains(
            "'id' of Subject is required",
            Assert.Throws<ArgumentException>(() => subject.Write(subject.New(("State", state)))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at: date-time always Sat, 31 Jan 2026 23:59:59 GMT", false)]
    [InlineData("at: date-time always 20260131T235959Z", true)]
    [InlineData("at: stamp always 31.01.2026 23:59:59", true)]
    [InlineData("at: date-time always 2026-01-31T23:59:59,5+09", true)]
    [InlineData("at: time always 23:59", true)]
    public void A_constant_that_cannot_be_parsed_leaves_its_record_usable(string row, bool isChecked)
    {
        var body = GeneratedAssembly.Of(
            SpecFiles.Of("api", "api: x\nclient: XClient\nnamespace: N\ndate-time: dd.MM.yyyy HH:mm:ss\ntypes:\n  stamp: date-time\n"),
            SpecFiles.Section("Things.Send", "body:\n  " + row + "\n", "POST /things")).Json("ThingsSendBody");
        var read = body.Parse("{\"at\":\"" + (row.Contains(": time ", StringComparison.Ordinal) ? "12:00" : "2026-01-31T12:00:00Z") + "\"}");
        var contract = body.Type.GetProperty("Json")!.GetValue(null)!;
        var exception = Record.Exception(() => contract.GetType().GetMethod("Check")!.Invoke(contract, BindingFlags.DoNotWrapExceptions, null, [read], null));
        Assert.Equal(isChecked, exception is ArgumentException);
    }

    [Fact]
    public void Rows_of_patterns_have_rules_of_their_own()
    {
        const string Rows = "body:\n"
            + "  day{X}: {type: date always 2026-01-31, csharp: days}\n"
            + "  id{X}: {type: uuid always 123e4567-e89b-12d3-a456-426614174000, csharp: ids}\n"
            + "  size{X}: {type: int 1..9, csharp: sizes}\n"
            + "  mixed{X}: {type: Mixed 1..3, csharp: mixed}\n"
            + "schemas:\n  Mixed: int | string[]\n";
        var body = GeneratedAssembly.Of(SpecFiles.Section("Things.Send", Rows, "POST /things")).Json("ThingsSendBody");
        var contract = body.Type.GetProperty("Json")!.GetValue(null)!;
        var check = contract.GetType().GetMethod("Check")!;
        void Check(string json) => check.Invoke(contract, BindingFlags.DoNotWrapExceptions, null, [body.Parse(json)], null);
        Check("""{"day1":"2026-01-31","id1":"123e4567-e89b-12d3-a456-426614174000","size1":9,"mixed1":3}""");
        Assert.Equal("day2", Assert.ThrowsAny<ArgumentException>(() => Check("""{"day1":"2026-01-31","day2":"2026-02-01"}""")).ParamName);
        Assert.Equal("id1", Assert.ThrowsAny<ArgumentException>(() => Check("""{"id1":"00000000-0000-0000-0000-000000000000"}""")).ParamName);
        Assert.Equal("size1", Assert.ThrowsAny<ArgumentException>(() => Check("""{"size1":10}""")).ParamName);
        Assert.Equal("mixed1", Assert.ThrowsAny<ArgumentException>(() => Check("""{"mixed1":4}""")).ParamName);
    }

    [Fact]
    public void Collections_are_empty_and_not_null_when_they_are_absent()
    {
        var subject = Received.Json("Subject");
        var value = subject.Parse("""{"id":1,"state":"on","nothing":null}""");
        Assert.Empty((IEnumerable)subject.Get(value, "List")!);
        Assert.Empty((IEnumerable)subject.Get(value, "ByName")!);
        Assert.Null(subject.Get(value, "BothList"));
    }

    [Fact]
    public void Unknown_members_of_what_can_be_sent_are_written_back()
    {
        const string Json = """{"id":1,"state":"on","nothing":null,"new":{"a":[1,null]},"child":{"id":2,"state":"off","nothing":null,"newer":1.50}}""";
        var subject = Sent.Json("Subject");
        var written = JsonNode.Parse(subject.Write(subject.Parse(Json)))!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), written), written.ToJsonString());

        var received = Received.Json("Subject");
        Assert.Null(JsonNode.Parse(received.Write(received.Parse(Json)))!["new"]);
        Assert.Null(received.Type.GetProperty("AdditionalMembers"));
    }

    [Theory]
    [InlineData("""{"state":"on","nothing":null}""", "$.id: the member is missing")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"child":{"id":2,"nothing":null}}""", "$.child.state: the member is missing")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"list":["a",null]}""", "$.list[1]: a string was expected, null was found")]
    [InlineData("""{"id":null,"state":"on","nothing":null}""", "$.id: ")]
    [InlineData("""{"id":"x","state":"on","nothing":null}""", "$.id: ")]
    [InlineData("""{"id":1,"state":1,"nothing":null}""", "$.state: ")]
    [InlineData("""{"id":1,"state":"on","nothing":null,"optional":null}""", "$.optional: ")]
    [InlineData("""[]""", "$: ")]
    [InlineData("""{"id":1,"state":"on","nothing":null}{}""", "")]
    [InlineData("""{"id":1,"state":"on","nothing":null""", "")]
    public void What_contradicts_the_reference_is_reported_with_its_path(string json, string message)
    {
        var subject = Received.Json("Subject");
        Assert.StartsWith(message, Assert.Throws<ApiJsonException>(() => subject.Parse(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_the_reference_does_not_list_survives()
    {
        const string Json = """{"id":1,"state":"half-way","nothing":null}""";
        var subject = Received.Json("Subject");
        var state = subject.Get(subject.Parse(Json), "State")!;
        Assert.Equal("half-way", state.ToString());
        Assert.Equal("Unlisted", state.GetType().GetMethod("ToKnown")!.Invoke(state, null)!.ToString());
        Assert.Equal(state, subject.Get(subject.Parse(Json), "State"));
        Assert.NotEqual(state, state.GetType().GetProperty("On")!.GetValue(null));
        Assert.Equal(Json, subject.Write(subject.Parse(Json)));
        var listed = subject.Get(subject.Parse(Json.Replace("half-way", "off", StringComparison.Ordinal)), "State")!;
        Assert.Equal("Off", listed.GetType().GetMethod("ToKnown")!.Invoke(listed, null)!.ToString());
    }

    [Fact]
    public void Another_spelling_is_read_and_the_documented_one_is_written()
    {
        var subject = Received.Json("Subject");
        Assert.Equal(
            """{"id":1,"state":"on","nothing":null,"optional":"x"}""",
            subject.Write(subject.Parse("""{"ID":1,"state":"on","nothing":null,"optionalText":"x"}""")));
    }

    [Fact]
    public void The_presence_of_more_than_64_members_is_tracked()
    {
        var wide = GeneratedAssembly.Of(SpecFiles.Section(
            "Wide.Get",
            "response:\n" + string.Concat(Enumerable.Range(0, 130).Select(static i => "  m" + i + (i % 3 == 0 ? "?: int or null\n" : ": int\n")))))
            .Json("WideGetResponse");
        var all = Enumerable.Range(0, 130).ToArray();
        string Json(IEnumerable<int> members) => "{" + string.Join(",", members.Select(static i => "\"m" + i + "\":" + (i % 6 == 0 ? "null" : i))) + "}";

        Assert.Equal(Json(all.Where(static i => i % 6 != 0 || i % 3 == 0)), wide.Write(wide.Parse(Json(all))));
        foreach (var missing in new[] { 1, 62, 64, 65, 127, 128 })
            Assert.Equal(
                "$.m" + missing + ": the member is missing", Assert.Throws<ApiJsonException>(() => wide.Parse(Json(all.Where(i => i != missing)))).Message);
        foreach (var optional in new[] { 0, 63, 66, 126, 129 })
            Assert.Equal(Json(all.Where(i => i != optional)), wide.Write(wide.Parse(Json(all.Where(i => i != optional).Reverse()))));
    }

    // Reading notes up to 64 names in one word, other spellings included.
    [Theory]
    [InlineData(64, false)]
    [InlineData(63, true)]
    [InlineData(64, true)]
    public void The_presence_of_each_member_is_noted_whatever_its_spelling(int count, bool hasOtherSpelling)
    {
        var rows = Enumerable.Range(0, count).Select(
            i => "  m" + i + (i == 1 && hasOtherSpelling ? ":\n    type: int\n    alias: [n1]\n" : ": int\n"));
        var json = GeneratedAssembly.Of(SpecFiles.Section("Wide.Get", "response:\n" + string.Concat(rows))).Json("WideGetResponse");
        var names = Enumerable.Range(0, count).Select(static i => "m" + i).ToList();
        string Json(IEnumerable<string> members) => "{" + string.Join(",", members.Select(static name => "\"" + name + "\":1")) + "}";

        Assert.Equal(Json(names), json.Write(json.Parse(Json(names))));
        foreach (var missing in new[] { 0, 1, count - 1 })
            Assert.Equal(
                "$.m" + missing + ": the member is missing",
                Assert.Throws<ApiJsonException>(() => json.Parse(Json(names.Where(name => name != "m" + missing)))).Message);
        if (!hasOtherSpelling)
            return;
        var spelled = names.Select(static name => name == "m1" ? "n1" : name).ToList();
        Assert.Equal(Json(names), json.Write(json.Parse(Json(spelled))));
        Assert.Equal("$.m0: the member is missing", Assert.Throws<ApiJsonException>(() => json.Parse(Json(spelled.Skip(1)))).Message);
    }

    [Fact]
    public void Secrets_are_not_printed()
    {
        var login = GeneratedAssembly.Of(SpecFiles.Section("Login.Make", "body:\n  user: string\n  password: string secret\n", "POST /login"))
            .Json("LoginMakeBody");
        var text = login.New(("User", "ann"), ("Password", "hunter2")).ToString()!;
        Assert.Equal("LoginMakeBody { User = ann, Password = *** }", text);
    }

    [Fact]
    public void Secret_values_of_a_query_are_not_printed()
    {
        var type = GeneratedAssembly.Of(SpecFiles.Section(
            "Login.Check", "query:\n  user?: string\n  password?: string secret\n  pin?: int 1000..9999 secret\n", "GET /login")).Type("LoginCheckQuery");
        var query = Activator.CreateInstance(type)!;
        foreach (var (property, value) in new (string, object)[] { ("User", "ann"), ("Password", "hunter2"), ("Pin", 1234) })
            type.GetProperty(property)!.SetValue(query, value);
        Assert.Equal("LoginCheckQuery { User = ann, Password = ***, Pin = *** }", query.ToString());
    }

    [Fact]
    public void Nesting_without_end_is_refused_before_the_stack_is_used_up()
    {
        var subject = Received.Json("Subject");
        string Nested(int depth)
        {
            var json = new StringBuilder();
            for (var i = 0; i < depth; i++)
                json.Append("""{"id":1,"state":"on","nothing":null,"child":""");
            return json.Append("""{"id":1,"state":"on","nothing":null}""").Append('}', depth).ToString();
        }

        Assert.Equal(Nested(50), subject.Write(subject.Parse(Nested(50))));
        Assert.Contains("too deep", Assert.Throws<ApiJsonException>(() => subject.Parse(Nested(100_000))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_what_the_framework_reads()
    {
        var json = GeneratedAssembly.Of(SpecFiles.Section("Compared.Get", Compared)).Json("ComparedGetResponse");
        Documents.Sample(
            document =>
            {
                var ours = json.Parse(document);
                var theirs = JsonSerializer.Deserialize(document, json.Type)!;
                Assert.Equal(JsonSerializer.Serialize(theirs, json.Type), JsonSerializer.Serialize(ours, json.Type));
                Assert.Equal(json.Write(theirs), json.Write(ours));
            },
            iter: 2000,
            threads: 1);
    }

    private const string Compared = """
        response:
          text: string
          number: int
          big: long
          ratio: double
          single: double
          amount: decimal
          flag: boolean
          day: date
          moment: date-time
          id: uuid
          blob: bytes
          anything: any
          list: string[]
          nested: int[][]
          byName: map<long>
          nullText: string or null
          nullNumber: int or null
          nullList: (string or null)[]
          part:
            name: string
            ratio?: double
          optText?: string
          optNumber?: long
          optMoment?: date-time
          optFlag?: boolean or null
          optList?: string[]
          parts?[]:
            name: string
        """;

    private static readonly Gen<string> Text = Gen.String[Gen.Char["aZ0 \"\\/\n\t{}[]:,é日\u2028\u0001<&'"], 0, 8];

    private static readonly Gen<string> Documents =
        from values in Gen.Select(
            Text.Select(Quoted), Gen.Int.Select(Number), Gen.Long.Select(Number), Gen.Double[-1e9, 1e9].Select(Number),
            Gen.Float[-1e5f, 1e5f].Select(Number), Gen.Decimal[-1_000_000, 1_000_000].Select(Number), Gen.Bool.Select(Boolean),
            Gen.Date.Select(static date => Quoted(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            static (a, b, c, d, e, f, g, h) => new[] { a, b, c, d, e, f, g, h })
        from rest in Gen.Select(
            Gen.DateTime.Select(static date => Quoted(date.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "+09:00")),
            Gen.Guid.Select(static id => Quoted(id.ToString())),
            Gen.Byte.Array[0, 9].Select(static bytes => Quoted(Convert.ToBase64String(bytes))), Text.Array[0, 4], Gen.Int.Array[0, 3].Array[0, 3],
            Gen.Long.Array[0, 3],
            static (a, b, c, d, e, f) => (Moment: a, Id: b, Blob: c, Texts: d, Numbers: e, Longs: f))
        from present in Gen.Bool.Array[9]
        from order in Gen.Shuffle(Enumerable.Range(0, 27).ToArray())
        let texts = "[" + string.Join(",", rest.Texts.Select(Quoted)) + "]"
        let members = new (string Name, string? Value)[]
        {
            ("text", values[0]), ("number", values[1]), ("big", values[2]), ("ratio", values[3]), ("single", values[4]), ("amount", values[5]),
            ("flag", values[6]),
            ("day", values[7]), ("moment", rest.Moment), ("id", rest.Id), ("blob", rest.Blob), ("anything", "{\"a\":" + texts + "}"), ("list", texts),
            ("nested", JsonSerializer.Serialize(rest.Numbers)),
            ("byName", "{" + string.Join(",", rest.Longs.Select(static (value, index) => "\"k" + index + "\":" + Number(value))) + "}"),
            ("nullText", present[0] ? values[0] : "null"), ("nullNumber", present[1] ? values[1] : "null"), ("nullList", present[2] ? texts : "[null]"),
            ("part", "{\"name\":" + values[0] + (present[3] ? ",\"ratio\":" + values[3] : "") + "}"),
            ("optText", present[4] ? values[0] : null), ("optNumber", present[5] ? values[2] : null), ("optMoment", present[6] ? rest.Moment : null),
            ("optFlag", present[7] ? "null" : values[6]), ("optList", present[8] ? texts : null),
            ("parts", present[0] ? "[{\"name\":" + values[0] + "}]" : null),
            ("unknown", present[1] ? texts : null), ("Text", present[2] ? "1" : null),
        }
        select "{" + string.Join(" , ", order.Select(index => members[index]).Where(static member => member.Value is not null)
            .Select(static member => "\"" + member.Name + "\" : " + member.Value)) + "}";

    private static SpecFile Section(string use) => SpecFiles.Section("Subjects.Send", use + "\n" + """
        schemas:
          Subject:
            id:
              type: long
              alias: [ID, Id]
            state: enum on|off
            nothing: string or null
            optional?:
              type: string
              alias: [optionalText]
            both?: string or null
            list?: string[]
            bothList?: int[] or null
            child?: Subject
            anything?: any or null
            byName?: map<int>
        """, "POST /subjects");

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string Number<T>(T value)
        where T : IFormattable
        => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Boolean(bool value) => value ? "true" : "false";
}
