using System.Text;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Several operations with the same method and path, distinguished by the constants of their requests.</summary>
public sealed class SharedAddressTests
{
    private const string Rest = "status: [200]\n";

    private const string XmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private static readonly (string Operation, string Spec)[] Sections =
    [
        ("Power.GetCmd1", "request: GET /cgi-bin/power\nquery:\n  cmd: int always 1\n"),
        ("Power.GetCmd2", "request: GET /cgi-bin/power\nquery:\n  cmd: int always 2\n  port?: int\n"),
        ("Power.GetCmd2Reset", "request: GET /cgi-bin/power\nquery:\n  cmd: int always 2\n  mode: string always reset\n"),
        ("Power.Get", "request: GET /cgi-bin/power\nquery:\n  port?: int\n"),
        ("Soap.Add", "operation: Soap.Add\nrequest: POST /soap\nheaders:\n  SOAPAction: string always urn:Add\nbody: text/xml\n"),
        ("Soap.Drop", "operation: Soap.Drop\nrequest: POST /soap\nheaders:\n  soapaction: string always urn:Drop\nbody: text/xml\n"),
        ("Param.CreateList", "request: POST /param\nbody form:\n  action: string always list\n"),
        ("Param.CreateUpdate", "request: POST /param\nbody form:\n  action: string always update\n  name: string\n"),
        ("Rpc.CreateTest", "request: POST /rpc\nbody: Call<Test>\nwith:\n  method: always test\n"),
        ("Rpc.CreateHalt", "request: POST /rpc\nbody: Call<Halt>\nresponse: Reply\nwith:\n  method: always halt\n  ok: always true\n"),
        ("Rpc.CreateReadBack",
            "request: POST /rpc\nbody: Call<Halt>\nresponse: Call<Test>\nwith:\n  body.method: always read-back\n  response.method: always done\n"),
        ("Nested.CreateGetPlant", "request: POST /nested\nbody:\n  RPC:\n    version: string always 1.0\n    proc: string always GetPlant\n"),
        ("Nested.CreateGetData", "request: POST /nested\nbody:\n  RPC:\n    version: string always 1.0\n    proc: string always GetData\n    id?: long\n"),
        ("Jobs.Resume", "operation: Jobs.Resume\nrequest: PUT /jobs\nbody:\n  ids: int[]\nresponse:\n  done: boolean\n"),
        ("Jobs.ResumeXml", "operation: Jobs.ResumeXml\nrequest: PUT /jobs\nbody xml:\n  jobs:\n    id: int[]\nresponse xml:\n  result:\n    done: boolean\n"),
        ("Jobs.ResumeForm", "operation: Jobs.ResumeForm\nrequest: PUT /jobs\nbody form:\n  ids: int[] as comma\n"),
        ("Jobs.ResumeAll", "operation: Jobs.ResumeAll\nrequest: PUT /jobs\nbody xml:\n  jobs:\n    all: boolean always true\n"),
        ("A.GetFixed", "operation: A.GetFixed\nrequest: GET /a/{kind}/x\npath:\n  kind: string always fixed\n"),
        ("A.GetOther", "operation: A.GetOther\nrequest: GET /a/{kind}/x\npath:\n  kind: string\n"),
    ];

    private const string Schemas = """
        api: power
        schemas:
          Call<T>:
            jsonrpc: string always 2.0
            method: string
            id?: long
            params: T
          Test:
            lamp: int
          Halt:
            now: boolean
          Reply:
            ok: boolean
        """;

    private static readonly Lazy<GeneratedProject> Project = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "api: power\nclient: PowerClient\n"),
        new SpecDocument("schemas.apispec.yaml", Schemas),
        .. Sections.Select(static (section, index) => new SpecDocument($"s{index}.apispec.yaml", "api: power\n" + section.Spec + Rest)),
    ]));

    private static readonly Lazy<GeneratedClient> Client = new(static () => Project.Value.Load());

    public static TheoryData<string, string, string> Calls => new()
    {
        { "Power.GetCmd1", "/cgi-bin/power?cmd=1", "" },
        { "Power.GetCmd2", "/cgi-bin/power?cmd=2&port=7", "" },
        { "Power.GetCmd2Reset", "/cgi-bin/power?cmd=2&mode=reset", "" },
        { "Power.Get", "/cgi-bin/power?port=7", "" },
        { "Soap.Add", "/soap", "<a/>" },
        { "Soap.Drop", "/soap", "<a/>" },
        { "Param.CreateList", "/param", "action=list" },
        { "Param.CreateUpdate", "/param", "action=update&name=n" },
        { "Rpc.CreateTest", "/rpc", """{"jsonrpc":"2.0","method":"test","params":{"lamp":3}}""" },
        { "Rpc.CreateHalt", "/rpc", """{"jsonrpc":"2.0","method":"halt","params":{"now":true}}""" },
        { "Rpc.CreateReadBack", "/rpc", """{"jsonrpc":"2.0","method":"read-back","params":{"now":true}}""" },
        { "Nested.CreateGetPlant", "/nested", """{"RPC":{"version":"1.0","proc":"GetPlant"}}""" },
        { "Nested.CreateGetData", "/nested", """{"RPC":{"version":"1.0","proc":"GetData"}}""" },
        { "Jobs.Resume", "/jobs", """{"ids":[1]}""" },
        { "Jobs.ResumeXml", "/jobs", XmlDeclaration + "<jobs><id>1</id></jobs>" },
        { "Jobs.ResumeForm", "/jobs", "ids=1" },
        { "Jobs.ResumeAll", "/jobs", XmlDeclaration + "<jobs><all>true</all></jobs>" },
        { "A.GetFixed", "/a/fixed/x", "" },
        { "A.GetOther", "/a/n/x", "" },
    };

    [Fact]
    public void Sections_with_one_address_and_different_constants_build() => Assert.Equal([], Project.Value.Messages);

    [Theory]
    [InlineData("body xml:\n  a: Body\n", "body:\n  a: Body\n", 0)]
    [InlineData("body form:\n  a: int\n", "body multipart:\n  a: int\n", 0)]
    [InlineData("body xml:\n  a: Body\n", "body xml:\n  b: Body\n", 2)]
    [InlineData("body xml:\n  a: Body\n", "", 2)]
    [InlineData("body xml:\n  a: Body\n", "body: text/xml\n", 2)]
    [InlineData("body xml:\n  a: Body\n", "body xml: same as A.One\n", 2)]
    public void Formats_of_bodies_distinguish_requests(string one, string other, int expected)
    {
        var messages = GeneratedProject.Of(
            new SpecDocument("one.apispec.yaml", "operation: A.One\nrequest: POST /a\n" + one + Rest + "schemas:\n  Body:\n    b: int\n"),
            new SpecDocument("other.apispec.yaml", "operation: A.Other\nrequest: POST /a\n" + other + Rest)).Messages;
        Assert.Equal(expected, messages.Count(static message => message.StartsWith("APISPEC0204", StringComparison.Ordinal)));
        Assert.Equal(expected, messages.Count);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Each_operation_sends_its_constants_and_is_recognised_by_them(string operation, string target, string body)
    {
        await using var server = await Client.Value.StartServerAsync();

        var response = await Client.Value.CallAsync(server.BaseAddress, operation, Argument);

        var request = Assert.Single(server.Requests);
        Assert.Equal(
            (200, operation, null, target, body), ((int)response.StatusCode, request.OperationId, request.Violation, request.Target, request.BodyText));
    }

    [Theory]
    [InlineData("GET", "/cgi-bin/power?cmd=1&mode=reset", null, null, "Power.GetCmd1", "the query parameter 'mode' is not documented")]
    [InlineData("GET", "/cgi-bin/power?cmd=3", null, null, "Power.Get", "the query parameter 'cmd' is not documented")]
    [InlineData(
        "POST", "/param", "application/x-www-form-urlencoded", "action=drop", null,
        "The request has no constant of Param.CreateList (form action=list) and Param.CreateUpdate (form action=update).")]
    [InlineData(
        "POST", "/param", "application/x-www-form-urlencoded", "action=list&action=update&name=n", null,
        "The request fits Param.CreateList (form action=list) and Param.CreateUpdate (form action=update) equally well.")]
    [InlineData(
        "POST",
        "/rpc",
        "application/json",
        """{"jsonrpc":"2.0","method":"none"}""",
        null,
        "The request fits Rpc.CreateHalt (body jsonrpc=2.0, body method=halt) and Rpc.CreateReadBack (body jsonrpc=2.0, body method=read-back) and "
        + "Rpc.CreateTest (body jsonrpc=2.0, body method=test) equally well.")]
    [InlineData("POST", "/rpc", "application/json", """{"method":"halt","params":{"now":true}}""", "Rpc.CreateHalt", "$.jsonrpc is missing")]
    [InlineData("POST", "/nested", "application/json", """{"RPC":{"version":"1.0","proc":["GetData"]}}""", null, "equally well")]
    [InlineData("PUT", "/jobs", "application/json", """{"ids":1}""", "Jobs.Resume", "$.ids is not a list")]
    [InlineData("PUT", "/jobs", "text/xml", "<jobs><id>x</id></jobs>", "Jobs.ResumeXml", "$.jobs.id[0] is not a number")]
    [InlineData("POST", "/nested", "application/json", "not JSON", null, "The request has no constant of")]
    public async Task Request_that_fits_no_operation_or_two_names_them(
        string method, string target, string? mediaType, string? body, string? operation, string violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(server.BaseAddress, target));
        if (body is not null)
            message.Content = new StringContent(body, Encoding.UTF8, mediaType!);

        using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal((400, operation), ((int)response.StatusCode, request.OperationId));
        Assert.Contains(violation, request.Violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_that_an_operation_always_sends_is_not_taken_from_a_table_that_was_read()
    {
        var call = Client.Value.Type("CallOfTest");
        var read = SampleArgument.Parse(call, """{"jsonrpc":"2.0","method":"other","id":4,"params":{"lamp":3}}""");
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(
            server.BaseAddress, "Rpc.CreateTest", (_, type) => type.GetMethod("op_Implicit", [call])!.Invoke(null, [read]));

        Assert.Equal("""{"jsonrpc":"2.0","method":"test","id":4,"params":{"lamp":3}}""", Assert.Single(server.Requests).BodyText);
    }

    [Fact]
    public async Task Value_other_than_that_of_the_section_is_refused_before_sending()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Client.Value.CallAsync(
            new Uri("http://localhost:1"), "Rpc.CreateTest",
            static (_, type) => SampleArgument.Parse(type, """{"method":"other","params":{"lamp":3},"jsonrpc":"2.0"}""")));

        Assert.Contains("method", refused.Message, StringComparison.Ordinal);
    }

    private static object? Argument(string name, Type type) => name switch
    {
        "port" or "Port" => 7,
        "kind" or "name" => "n",
        "ids" => new[] { 1 },
        "id" or "Id" => null,
        "body" when type == typeof(ApiFile) => ApiFile.FromByteArray("<a/>"u8.ToArray()),
        "body" => Body(type),
        _ => throw new InvalidOperationException(name + " is a parameter"),
    };

    // Only members that the program must set; the others are already initialised.
    private static object Body(Type type)
    {
        var body = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            if (property.Name == "Params")
                property.SetValue(
                    body, SampleArgument.Parse(property.PropertyType, property.PropertyType.Name == "Test" ? """{"lamp":3}""" : """{"now":true}"""));
            else if (property.Name == "Ids")
                property.SetValue(body, new[] { 1 });
            else if (property.Name == "Jobs" && property.PropertyType.GetProperty("Id") is not null)
                property.SetValue(body, SampleArgument.Parse(property.PropertyType, """{"id":[1]}"""));
            else if (property.Name is "Rpc" or "Jobs")
                property.SetValue(body, Activator.CreateInstance(property.PropertyType));
        }

        return body;
    }
}
