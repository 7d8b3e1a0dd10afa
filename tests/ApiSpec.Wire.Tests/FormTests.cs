using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Forms: their fields are parameters of the call, and tables in them are JSON, which the stub server checks like a JSON body.</summary>
public sealed class FormTests
{
    private static readonly (string Operation, string Keys)[] Sections =
    [
        ("Plant.Show", "body form:\n  RPC:\n    version: string always 1.0\n    proc: string always GetPlant\n    id?: int 1..9\n"),
        ("Plant.Store", "body form:\n  steps[]:\n    name: string\n    order: int\n  owner?: Owner\n  names?: string[] as comma\n"),
        ("Plant.Send", "body multipart:\n  file: bytes\n  owner: Owner\n  others?: Owner[]\n  counts?: map<int>\n"),
        ("Plant.Raw", "body: application/x-www-form-urlencoded\n"),
        ("Plant.Tag", "body form:\n  tags: (string 1..5)[..3] as repeat\n  ids?: int[1..2] as brackets\n  label{X}?: string ..4\n"
            + "  limit.{kind}.max?: int 1..9\n  why?: string required when tags has odd\nat-most-one: [ids, why]\n"),
        ("Plant.Upload", "body multipart:\n  file: bytes[1..2] as repeat\n  names?: string[] as brackets\n  page{n}: bytes\n  note-{n}?: string\n"
            + "  ...: unknown\n"),
        ("Plant.Label", "body form:\n  labelA?: string\n  label{X}?: string\n"),
        ("Plant.Plan", "body form:\n  stops[2..3]:\n    name: string\n  owners?: Owner[2..3]\n"),
    ];

    private static readonly Lazy<GeneratedProject> Project = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: PlantClient\nschemas:\n  Owner:\n    name: string 2..8\n    mails?: string[]\n"),
        .. Sections.Select(static (section, index) => new SpecDocument(
            $"s{index}.apispec.yaml",
            $"operation: {section.Operation}\nrequest: POST /{section.Operation[6..].ToLowerInvariant()}\n{section.Keys}status: [200]\n")),
    ]));

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Value.Load());

    [Theory]
    [InlineData(
        "Plant.Show", """{"version":"1.0","proc":"GetPlant","id":3}""", "RPC=%7B%22version%22%3A%221.0%22%2C%22proc%22%3A%22GetPlant%22%2C%22id%22%3A3%7D")]
    [InlineData(
        "Plant.Store",
        """[{"name":"a","order":1},{"name":"b","order":2}]""",
        "steps=%5B%7B%22name%22%3A%22a%22%2C%22order%22%3A1%7D%2C%7B%22name%22%3A%22b%22%2C%22order%22%3A2%7D%5D")]
    [InlineData("Plant.Store", "[]", "steps=%5B%5D")]
    public async Task Tables_in_a_form_are_sent_as_JSON_text(string operation, string json, string expected)
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(
            server.BaseAddress, operation, (name, type) => name is "RPC" or "rPC" or "rpc" or "steps" ? SampleArgument.ParseBody(type, json) : null);

        var request = Assert.Single(server.Requests);
        Assert.Equal((null, expected, "application/x-www-form-urlencoded"), (request.Violation, request.BodyText, request.Headers["Content-Type"]));
    }

    [Fact]
    public async Task Files_tables_and_lists_are_parts_of_one_form()
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Plant.Send", static (name, type) => name switch
        {
            "file" => SampleArgument.Of(type, "AQID"),
            "owner" => SampleArgument.Parse(type, """{"name":"Ann"}"""),
            "others" => SampleArgument.Items(type, """[{"name":"Bob","mails":["b@x"]}]"""),
            _ => new Dictionary<string, int> { ["a"] = 1 },
        });

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal(
            ["file: AQID", "owner: " + """{"name":"Ann"}""", "others: " + """[{"name":"Bob","mails":["b@x"]}]""", "counts: " + """{"a":1}"""],
            request.Parts.Select(static part => part.Name + ": " + (part.FileName is null ? part.Text : Convert.ToBase64String(part.Body.Span))));
    }

    [Fact]
    public async Task List_that_a_form_must_have_is_refused_if_nobody_set_it()
    {
        var refused = await Assert.ThrowsAsync<ArgumentNullException>(
            () => Client.Value.CallAsync(new Uri("http://localhost:1"), "Plant.Store", static (_, _) => null));
        Assert.Equal("steps", refused.ParamName);
    }

    [Theory]
    [InlineData("/store", "steps=x", "the part 'steps' is not JSON")]
    [InlineData("/store", "steps={}", "$.steps is not a list, but an object")]
    [InlineData("/store", """steps=[{"name":"a"}]""", "$.steps[0].order is missing")]
    [InlineData("/store", """steps=[]&owner={"name":"a"}""", "$.owner.name has the value 'a': it is outside the range 2..8")]
    [InlineData("/store", """steps=[]&owner={"name":"abc","mails":[1]}""", "$.owner.mails[0] is not a string, but a number")]
    [InlineData("/plan", """stops=[{"name":"a"},{}]""", "$.stops[1].name is missing")]
    [InlineData("/plan", """stops=[{"name":"a"},{"name":"b"}]&stops=[]""", "the part 'stops' is there 2 times")]
    [InlineData("/plan", """stops=[{"name":"a"},{"name":"b"}]&owners=[{"name":"ab"}]&owners=[{"name":"cd"}]""", "the part 'owners' is there 2 times")]
    [InlineData("/show", """RPC={"version":"1.0","proc":"GetPlant","id":10}""", "$.RPC.id has the value '10': it is outside the range 1..9")]
    [InlineData("/show", """RPC={"version":"2.0","proc":"GetPlant"}""", "$.RPC.version is not '1.0', but '2.0'")]
    public async Task JSON_text_in_a_form_is_checked_like_a_JSON_body(string path, string body, string violation)
        => Assert.EndsWith(
            ": " + violation + ".",
            await ViolationAsync(path, new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded")),
            StringComparison.Ordinal);

    [Fact]
    public async Task Range_of_a_list_in_JSON_text_does_not_count_fields()
        => Assert.Null(await ViolationAsync(
            "/plan",
            new StringContent(
                """stops=[{"name":"a"},{"name":"b"}]&owners=[{"name":"ab"},{"name":"cd"}]""", Encoding.UTF8, "application/x-www-form-urlencoded")));

    [Theory]
    [InlineData("""{"name":"a"}""", null, "$.owner.name has the value 'a': it is outside the range 2..8")]
    [InlineData("not JSON", null, "the part 'owner' is not JSON")]
    [InlineData("""{"name":"a"}""", "owner.json", "$.owner.name has the value 'a': it is outside the range 2..8")]
    public async Task JSON_part_of_a_multipart_form_is_checked(string owner, string? fileName, string violation)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.bin" } };
        var part = new StringContent(owner);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        if (fileName is null)
            form.Add(part, "owner");
        else
            form.Add(part, "owner", fileName);

        Assert.EndsWith(": " + violation + ".", await ViolationAsync("/send", form), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ids", "1,2", "tags=a&tags=b%26c&ids%5B%5D=1&ids%5B%5D=2")]
    [InlineData("labelX", """{"A":"a b","B C":"é"}""", "tags=a&tags=b%26c&labelA=a+b&labelB+C=%C3%A9")]
    [InlineData("limitKindMax", """{"cpu":3}""", "tags=a&tags=b%26c&limit.cpu.max=3")]
    public async Task List_and_map_are_a_field_for_each_value(string field, string values, string expected)
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Plant.Tag", (name, type) => name == "tags" ? SampleArgument.Of(type, "a", "b&c")
            : name != field ? null
            : name == "ids" ? SampleArgument.Of(type, values.Split(','))
            : JsonSerializer.Deserialize(values, typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments())));

        var request = Assert.Single(server.Requests);
        Assert.Equal((null, expected), (request.Violation, request.BodyText));
    }

    [Fact]
    public async Task Several_files_are_parts_of_one_name_or_of_names_that_the_program_chooses()
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Plant.Upload", static (name, type) => name switch
        {
            "file" => SampleArgument.Of(type, "AQ==", "Ag=="),
            "names" => SampleArgument.Of(type, "a", "b"),
            "pageN" => new Dictionary<string, ApiFile> { ["1"] = (ApiFile)SampleArgument.Of(typeof(ApiFile), "Aw==")! },
            "noteN" => new Dictionary<string, string> { ["x"] = "text" },
            _ => new Dictionary<string, string> { ["more"] = "1" },
        });

        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal(
            ["file: AQ==", "file: Ag==", "names[]: a", "names[]: b", "page1: Aw==", "note-x: text", "more: 1"],
            request.Parts.Select(static part => part.Name + ": " + (part.FileName is null ? part.Text : Convert.ToBase64String(part.Body.Span))));
    }

    [Theory]
    [InlineData("ids", new[] { "1", "2", "3" }, "There are 3 values; the reference allows 1 to 2.")]
    [InlineData("tags", new string[0], "'tags'")]
    [InlineData("tags", new[] { "a", "b", "c", "d" }, "There are 4 values; the reference allows at most 3.")]
    [InlineData("tags", new[] { "sixsix" }, "The text has 6 characters; the reference allows 1 to 5.")]
    [InlineData("tags", new[] { "odd" }, "'why' must be given if tags has odd.")]
    public async Task Values_of_a_list_are_checked_before_the_request(string field, string[] values, string message)
    {
        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.Value.CallAsync(
            new Uri("http://localhost:1"), "Plant.Tag",
            (name, type) => name == field ? SampleArgument.Of(type, values) : name == "tags" ? SampleArgument.Of(type, "a") : null));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_a_map_are_checked_before_the_request()
    {
        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.Value.CallAsync(
            new Uri("http://localhost:1"), "Plant.Tag",
            static (name, type) => name == "tags" ? SampleArgument.Of(type, "a")
                : name == "labelX" ? new Dictionary<string, string> { ["a"] = "12345" } : null));
        Assert.Contains("5 characters", refused.Message, StringComparison.Ordinal);

        refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.Value.CallAsync(
            new Uri("http://localhost:1"), "Plant.Tag",
            static (name, type) => name == "tags" ? SampleArgument.Of(type, "a")
                : name == "labelX" ? new Dictionary<string, string> { [""] = "1" } : null));
        Assert.StartsWith("The name of a form field cannot be empty.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData(null)]
    public async Task Name_that_the_program_chooses_is_not_the_name_of_another_field(string? other)
    {
        await using var server = await Client.Value.StartServerAsync();

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => CallAsync("A"));
        Assert.StartsWith(
            "The name 'labelA' belongs to another field of the form; set that field, or choose another name.", refused.Message, StringComparison.Ordinal);
        await CallAsync("Z");
        Assert.Null(Assert.Single(server.Requests).Violation);

        Task CallAsync(string chosen) => Client.Value.CallAsync(server.BaseAddress, "Plant.Label", (name, _) => name switch
        {
            "labelA" => other,
            "labelX" => new Dictionary<string, string> { [chosen] = "1" },
            _ => null,
        });
    }

    [Theory]
    [InlineData("/tag", "tags=a&tags=b&ids[]=1&labelX=1", null)]
    [InlineData("/tag", "ids[]=1", "the part 'tags' is missing")]
    [InlineData("/tag", "tags=a&ids=1", "the part 'ids' is not documented")]
    [InlineData("/tag", "tags=a&ids[]=1&ids[]=2&ids[]=3", "the part 'ids[]' has 3 values: it is outside the range 1..2")]
    [InlineData("/tag", "tags=a&ids[]=x", "the part 'ids[]' has the value 'x': an int is a whole number of 32 bits")]
    [InlineData("/tag", "tags=a&why=a&why=b", "the part 'why' is there 2 times")]
    [InlineData("/tag", "tags=a&label=1", "the part 'label' is not documented")]
    [InlineData("/tag", "tags=a&labelX=12345", "the part 'labelX' has the value '12345': it is outside the range ..4")]
    [InlineData("/tag", "tags=odd", "the part 'why' must be given if tags has odd")]
    [InlineData("/tag", "tags=a&ids[]=1&why=b", "of 'ids', 'why' only one may be there")]
    public async Task Repeated_fields_are_checked_by_a_fake(string path, string body, string? violation)
    {
        var found = await ViolationAsync(path, new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"));
        if (violation is null)
            Assert.Null(found);
        else
            Assert.Contains(violation, found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_without_rows_is_sent_as_its_bytes()
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Plant.Raw", static (_, _) => ApiFile.FromByteArray("^XA^XZ"u8.ToArray()));

        Assert.Equal("^XA^XZ", Assert.Single(server.Requests).BodyText);
    }

    [Theory]
    [InlineData("body form:\n  a: string[]\n", "A part that is more than one value cannot be generated")]
    [InlineData("body form:\n  a{n}: string[] as repeat\n", "A table or list in a field whose name the program chooses cannot be generated")]
    [InlineData("body multipart:\n  a{n}: string always 1\n", "A constant in a field whose name the program chooses cannot be generated")]
    [InlineData("query:\n  a.{n}: string always 1\n", "A constant in a parameter whose name the program chooses cannot be generated")]
    [InlineData("body form:\n  a{n}:\n    b: int\n", "A table or list in a field whose name the program chooses cannot be generated")]
    [InlineData("body multipart:\n  a: any\n", "A part that is more than one value cannot be generated")]
    public void Value_that_has_no_form_in_a_text_is_reported(string keys, string message)
        => Assert.Contains(
            message, Assert.Single(GeneratedProject.OfSection("operation: A.B\nrequest: POST /a\nstatus: [200]\n" + keys).Messages), StringComparison.Ordinal);

    private static async Task<string?> ViolationAsync(string path, HttpContent content)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using (content)
        using (await http.PostAsync(new Uri(server.BaseAddress, path), content, TestContext.Current.CancellationToken))
            return Assert.Single(server.Requests).Violation;
    }
}
