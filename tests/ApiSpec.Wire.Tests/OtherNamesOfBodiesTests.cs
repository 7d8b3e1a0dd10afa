using System.Net;
using System.Reflection;
using System.Text;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Members with several names where a spec names them: <c>done when</c>, <c>expired when</c>, and bodies in XML.</summary>
public sealed class OtherNamesOfBodiesTests
{
    private static readonly Uri Address = new("http://names.example");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", """{"job":{"state":"ended"}}""")]
    [InlineData("", """{"job":{"stage":"ended"}}""")]
    [InlineData("", """{"task":{"phase":"ended"}}""")]
    [InlineData(" xml", "<job><state>ended</state></job>")]
    [InlineData(" xml", "<task><phase> ended </phase></task>")]
    public async Task Wait_ends_under_any_name(string format, string body)
    {
        var client = GeneratedProject.OfSection(
            "operation: Jobs.Get\nrequest: GET /job\nstatus: [200]\ndone when: job.state = ended\nresponse" + format
                + ":\n  job:\n    type: object\n    alias: [task]\n    members:\n"
                + "      state:\n        type: enum running|ended\n        alias: [stage, phase]\n").Load();
        using var handler = new CannedResponses((HttpStatusCode.OK, body));

        await (Task)client.Invoke(Address, "Jobs", "GetUntilDoneAsync", static (_, _) => null, new ApiClientOptions { Handler = handler });

        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(200, """{"fault":{"no":106}}""")]
    [InlineData(403, """{"error":{"no":119}}""")]
    [InlineData(403, """{"fault":{"code":106}}""")]
    public async Task Expired_token_is_recognised_under_any_name(int status, string failure)
    {
        var client = GeneratedProject.Of(
            new("api.apispec.yaml", """
                client: DiskClient
                authentication:
                  - token: Auth.Login
                    member: sid
                    query: _sid
                    expired when: error.code = 106|119
                success when: error is missing
                error:
                  error?:
                    type: object
                    alias: [fault]
                    members:
                      code:
                        type: int
                        alias: [no]
                """),
            new("login.apispec.yaml", "operation: Auth.Login\nrequest: GET /login\nstatus: [200]\nresponse:\n  sid: {type: string, alias: [session]}\n"),
            new("list.apispec.yaml", "operation: Files.List\nrequest: GET /list\nstatus: [200, 403]\nresponse:\n  name: string\n")).Load();
        using var handler = new CannedResponses(
            (HttpStatusCode.OK, """{"session":"t1"}"""), ((HttpStatusCode)status, failure), (HttpStatusCode.OK, """{"sid":"t2"}"""),
            (HttpStatusCode.OK, """{"name":"a"}"""));
        var options = new ApiClientOptions { Handler = handler };
        var login = client.Type("DiskApi").GetNestedType("Auth")!.GetNestedType("Login")!.GetMethod("Credential", BindingFlags.Public | BindingFlags.Static)!;
        options.Credential = (ApiCredential)login.Invoke(null, [Activator.CreateInstance(client.Type("DiskClient"), Address, options), null])!;

        var response = await client.CallAsync(Address, "Files.List", static (_, _) => null, options);

        Assert.True(response.IsSuccess);
        Assert.Equal(["/login", "/list?_sid=t1", "/login", "/list?_sid=t2"], handler.Requests);
    }

    private const string Xml = """
        operation: Racks.Set
        request: PUT /rack
        body xml:
          rack:
            type: object
            alias: [cabinet]
            members:
              "@id": { type: int, alias: ["@no"] }
              isOn: { type: boolean, alias: [on] }
              slot: { type: "Slot[]", alias: [place] }
        status: [200, 400]
        success when: result.ok = true
        error code in: result.code
        error xml:
          result: { alias: [answer], members: { ok: { type: boolean, alias: [fine] }, code?: { type: int, alias: [no] } } }
        response xml:
          result:
            type: object
            alias: [answer]
            members:
              ok: { type: boolean, alias: [fine] }
              count: { type: int, alias: [number] }
              slot: { type: "Slot[]", alias: [place] }
              note?: string
        schemas:
          Slot:
            "@name": string
            size: { type: int or null, alias: [length] }
        """;

    private static readonly Lazy<GeneratedClient> Racks = new(static () => GeneratedProject.OfSection(Xml).Load());

    [Theory]
    [InlineData("<result><ok>1</ok><count>07</count><slot name='a'><size>1</size></slot></result>", 7, "a=1")]
    [InlineData("<answer><fine>1</fine><number> 7 </number><place name='a'><length/></place></answer>", 7, "a=")]
    [InlineData("<x:answer><fine>true</fine><x:number>7</x:number></x:answer>", 7, "")]
    [InlineData(
        "<answer><fine>true</fine><number>7</number><place name='a'><length>1</length></place><place name='b'><size>2</size></place></answer>", 7, "a=1,b=2")]
    public async Task Element_is_read_under_any_name(string xml, int count, string slots)
    {
        var response = await SetAsync(200, xml);

        Assert.True(response.IsSuccess);
        var result = Get(response.GetType().GetProperty("Body")!.GetValue(response)!, "Result")!;
        Assert.Equal(count, Get(result, "Count"));
        var items = ((System.Collections.IEnumerable)Get(result, "Slot")!).Cast<object>();
        Assert.Equal(slots, string.Join(',', items.Select(static slot => Get(slot, "Name") + "=" + Get(slot, "Size"))));
    }

    [Theory]
    [InlineData(200, "<answer><fine>0</fine><no> 5</no></answer>")]
    [InlineData(400, "<result><fine>0</fine><no>5</no></result>")]
    public async Task Failure_in_XML_is_read_under_any_name(int status, string xml)
    {
        var response = await SetAsync(status, xml);

        Assert.Equal((false, "5"), (response.IsSuccess, response.ErrorCode));
    }

    [Theory]
    [InlineData("<rack id='1'><isOn>true</isOn><slot name='a'><size>1</size></slot></rack>", null)]
    [InlineData("<cabinet no='1'><on>true</on><place name='a'><length>1</length></place><place name='b'><size>2</size></place></cabinet>", null)]
    [InlineData("<cabinet no='1'><on>true</on></cabinet>", null)]
    [InlineData("<cabinet no='x'><on>true</on></cabinet>", "@no")]
    [InlineData("<cabinet no='1'><on>true</on><isOn>true</isOn></cabinet>", "it is there under several names: on, isOn")]
    public async Task Server_of_the_specs_reads_elements_under_any_name(string xml, string? violation)
    {
        await using var server = await Racks.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(xml, Encoding.UTF8, "application/xml");

        await http.PutAsync(new Uri(server.BaseAddress, "/rack"), content, Token);

        var found = Assert.Single(server.Requests).Violation;
        Assert.Equal(violation is null, found is null);
        Assert.Contains(violation ?? "", found ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Printed_XML_can_have_any_of_the_names()
        => Assert.Empty(GeneratedProject.OfSection(
            Xml + "\nexamples:\n  - request body: <cabinet no='1'><on>true</on><place name='a'><length>1</length></place></cabinet>\n"
                + "    response header: HTTP/1.1 200 OK\n    response body: <answer><fine>1</fine><number>7</number></answer>\n").Messages);

    [Fact]
    public void Other_name_that_XML_does_not_allow_is_reported()
        => Assert.Contains(
            "APISPEC0290 (8) '01', which is not a name in XML, cannot be generated",
            Assert.Single(GeneratedProject.OfSection(
                "operation: A.Get\nrequest: GET /a\nstatus: [200]\nresponse xml:\n  a:\n    type: object\n    members:\n"
                    + "      b: { type: string, alias: [\"01\"] }\n").Messages),
            StringComparison.Ordinal);

    private static async Task<ApiResponse> SetAsync(int status, string xml)
    {
        using var handler = new CannedResponses(((HttpStatusCode)status, xml));
        return await Racks.Value.CallAsync(
            Address, "Racks.Set", static (_, type) => SampleArgument.Parse(type, """{"rack":{"@id":1,"isOn":true,"slot":[]}}"""),
            new ApiClientOptions { Handler = handler });
    }

    private static object? Get(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value);
}
