using System.Text;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Bodies in XML: the requests and responses of a client, the responses and rejections of the stub server, and the behaviour of other
/// servers.</summary>
public sealed partial class XmlTests
{
    [Fact]
    public void Sections_in_XML_build_without_a_message() => Assert.Equal([], Project.Value.Messages);

    [Theory]
    [InlineData(
        """{"jobOperationPayload":{"jobIds":{"jobId":[1,2]}}}""",
        "<jobOperationPayload><jobIds><jobId>1</jobId><jobId>2</jobId></jobIds></jobOperationPayload>")]
    [InlineData(
        """{"jobOperationPayload":{"jobIds":{"jobId":[]},"note":null,"hold":true}}""",
        "<jobOperationPayload><jobIds></jobIds><note xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/><hold>true</hold>"
        + "</jobOperationPayload>")]
    [InlineData(
        """{"jobOperationPayload":{"note":"a < b & \"c\"\r\n","jobIds":{"jobId":[7]},"@requestId":"\"x\"\n"}}""",
        "<jobOperationPayload requestId=\"&quot;x&quot;&#xA;\"><jobIds><jobId>7</jobId></jobIds><note>a &lt; b &amp; \"c\"&#xD;\n</note>"
        + "</jobOperationPayload>")]
    [InlineData(
        """{"jobOperationPayload":{"jobIds":{"jobId":[1]},"options":{"k":"v","l":"w"},"more":{"@a":1,"b":[true,null]}}}""",
        "<jobOperationPayload><jobIds><jobId>1</jobId></jobIds><options><k>v</k><l>w</l></options><more a=\"1\"><b>true</b>"
        + "<b xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/></more></jobOperationPayload>")]
    public async Task Body_is_sent_as_XML_with_attributes_lists_and_text(string json, string expected)
    {
        await using var server = await Client.Value.StartServerAsync();

        await Client.Value.CallAsync(server.BaseAddress, "Jobs.Resume", (name, type) => name == "body" ? SampleArgument.Parse(type, json) : null);

        var request = Assert.Single(server.Requests);
        Assert.Equal((null, "application/xml"), (request.Violation, request.Headers["Content-Type"]));
        Assert.Equal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + expected, request.BodyText);
        Assert.Equal("application/xml", request.Headers["Accept"]);
    }

    [Theory]
    [InlineData("""{"values":{"@at":1700000000,"fixed":"v1"}}""", "<values at=\"1700000000\"><fixed>v1</fixed></values>")]
    [InlineData(
        """{"values":{"@at":1,"@mode":"a","ms":1700000000123,"on":1,"yes":"no","digit":"1","quoted":"7","empty":"","load":"N/A","bot"""
        + """h":"","day":"2026/01/31","fixed":"v1"}}""",
        "<values at=\"1\" mode=\"a\"><ms>1700000000123</ms><on>1</on><yes>no</yes><digit>1</digit><quoted>7</quoted><empty></empty><load>N/A</load><both>"
        + "</both><day>2026/01/31</day><fixed>v1</fixed></values>")]
    [InlineData(
        """{"values":{"@at":1,"ms":null,"on":0,"load":7,"both":8,"moment":"2026-01-31T09:30:00+00:00","ids":"1,2","inner":"{\"a\":1"""
        + """}","id":"3f2504e0-4f89-11d3-9a0c-0305e82c3301","text":" x ","file":"AQI=","many":"true,false","fixed":"v1","stamps":[1,2]}}""",
        "<values at=\"1\"><ms xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/><on>0</on><load>7</load><both>8</both><moment>"
        + "2026-01-31T09:30:00+00:00</moment><ids>1,2</ids><inner>{\"a\":1}</inner><id>3f2504e0-4f89-11d3-9a0c-0305e82c3301</id><text> x </text><file>"
        + "AQI=</file><many>true,false</many><fixed>v1</fixed><stamps>1</stamps><stamps>2</stamps></values>")]
    public async Task Values_are_written_as_the_page_prints_them_and_read_back(string json, string expected)
    {
        await using var server = await Client.Value.StartServerAsync();
        await Client.Value.CallAsync(server.BaseAddress, "Values.Put", (name, type) => name == "body" ? SampleArgument.Parse(type, json) : null);
        var request = Assert.Single(server.Requests);
        Assert.Null(request.Violation);
        Assert.Equal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + expected, request.BodyText);
        Assert.Equal(json, await ReadAsync("Values.Put", expected));

        // White space around a value has no meaning, except in free text.
        var spaced = System.Text.RegularExpressions.Regex.Replace(expected, "<(?!text|/text|/?values)([a-z]+)>([^<]+)</", "<$1>\n $2\t</");
        Assert.Equal(json, await ReadAsync("Values.Put", spaced));
    }

    [Theory]
    [InlineData("<values at='x'><fixed>v1</fixed></values>", "$.values.@at is not a number, but a string")]
    [InlineData("<values at='1' mode='b'><fixed>v1</fixed></values>", "$.values.when must be given if @mode is b")]
    [InlineData("<values at='1'><fixed>v2</fixed></values>", "$.values.fixed is not 'v1', but 'v2'")]
    [InlineData("<values at='1'><on>2</on><fixed>v1</fixed></values>", "$.values.on")]
    [InlineData("<values at='1'><yes>maybe</yes><fixed>v1</fixed></values>", "$.values.yes")]
    [InlineData("<values at='1'><load>101</load><fixed>v1</fixed></values>", "$.values.load has the value '101'")]
    [InlineData("<values at='1'><inner>{</inner><fixed>v1</fixed></values>", "$.values.inner")]
    [InlineData("<values at='1'><day>31.01.2026</day><fixed>v1</fixed></values>", "$.values.day has the value '31.01.2026'")]
    public async Task Stub_refuses_values_in_another_form(string body, string violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/xml");
        using var response = await http.PutAsync(new Uri(server.BaseAddress, "/values"), content, TestContext.Current.CancellationToken);
        Assert.StartsWith("Values.Put: " + violation, Assert.Single(server.Requests).Violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Condition_on_an_attribute_is_checked_before_sending()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Client.Value.CallAsync(
            new Uri("http://localhost:1"), "Values.Put", (name, type) => name == "body" ? SampleArgument.Parse(type, """{"values":{"@at":1,"@mod"""
                + """e":"b","fixed":"v1"}}""") : null));
        Assert.Contains("'when' must be given if @mode is b", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prefixes_are_written_as_printed_and_ignored_when_read()
    {
        await using var server = await Client.Value.StartServerAsync();
        await Client.Value.CallAsync(
            server.BaseAddress, "Jobs.Envelope", static (_, type) => SampleArgument.Parse(
                type, """{"soap:Envelope":{"@xmlns:soap":"http://schemas.xmlsoap.org/soap/envelope/","soap:Body":{"getJob":{"id":3}}}}"""));
        Assert.EndsWith("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><getJob><id>3</id></getJob></soap:Body>"
            + "</soap:Envelope>", Assert.Single(server.Requests).BodyText, StringComparison.Ordinal);

        var read = await ReadAsync("Jobs.Envelope", "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><n:job xmlns:n='urn:x'>"
            + "<n:name>a</n:name><parent><name>b</name></parent></n:job></s:Body></s:Envelope>");
        Assert.Equal("""{"soap:Envelope":{"soap:Body":{"job":{"name":"a","parent":{"name":"b"}}}}}""", read);
    }

    [Theory]
    [InlineData(
        "<mgmtResponse responseType='operation'><status>1</status><jobs/></mgmtResponse>",
        """{"mgmtResponse":{"@responseType":"operation","status":true,"jobs":{"job":[]},"tags":[]}}""")]
    [InlineData(
        "<mgmtResponse responseType='operation'><tags>a</tags><status> false </status><count>+007</count><tags> b </tags><jobs><job id='7' state='held'>"
        + "one</job><job id='8'/></jobs></mgmtResponse>",
        """{"mgmtResponse":{"@responseType":"operation","status":false,"count":7,"jobs":{"job":[{"@id":7,"@state":"held","#text":"one"},{"@id":8"""
        + ""","#text":""}]},"tags":["a"," b "]}}""")]
    [InlineData(
        "<mgmtResponse responseType='operation' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><status>true</status><count/><jobs></jobs>"
        + "<extra xsi:type='t'><a>1</a><a>2</a><b c='d'>e</b></extra></mgmtResponse>",
        """{"mgmtResponse":{"@responseType":"operation","status":true,"count":null,"jobs":{"job":[]},"tags":[],"extra":{"a":["1","2"],"b":{"@"""
        + """c":"d","#text":"e"}}}}""")]
    [InlineData(
        "<!-- c --><?pi x?><mgmtResponse responseType='operation' other='o'><status>true</status><jobs/><unknown>x</unknown><unknown>y</unknown><message>"
        + "<![CDATA[<b>]]>&amp;&#65;</message>text</mgmtResponse>",
        """{"mgmtResponse":{"@responseType":"operation","message":"<b>&A","status":true,"jobs":{"job":[]},"tags":[]}}""")]
    [InlineData(
        "{\"mgmtResponse\":{\"@responseType\":\"operation\",\"status\":true,\"jobs\":{\"job\":[]},\"tags\":[]}}",
        """{"mgmtResponse":{"@responseType":"operation","status":true,"jobs":{"job":[]},"tags":[]}}""")]
    public async Task Response_is_read_by_its_content_type(string body, string json)
        => Assert.Equal(json, await ReadAsync("Jobs.Resume", body, body[0] == '{' ? "application/json" : "application/xml"));

    [Theory]
    [InlineData("<mgmtResponse/>", "@responseType")]
    [InlineData("<mgmtResponse responseType='operation'><status>maybe</status><jobs/></mgmtResponse>", "$.mgmtResponse.status")]
    [InlineData("<mgmtResponse responseType='operation'><status>true</status><status>true</status><jobs/></mgmtResponse>", "$.mgmtResponse.status")]
    [InlineData("<mgmtResponse responseType='operation'><status>true</status><jobs><job id='x'/></jobs></mgmtResponse>", "$.mgmtResponse.jobs.job[0]")]
    [InlineData("<other/>", "mgmtResponse")]
    [InlineData("<mgmtResponse>", "not XML that can be read")]
    [InlineData("", "the body is empty")]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]><mgmtResponse responseType='operation'><status>true</status><jobs/></mgmtResponse>", "not XML that can be read")]
    [InlineData("<mgmtResponse responseType='operation'><message>&x;</message><status>true</status><jobs/></mgmtResponse>", "not XML that can be read")]
    [InlineData("<mgmtResponse responseType='operation'><message>&#0;</message><status>true</status><jobs/></mgmtResponse>", "not XML that can be read")]
    public async Task Response_that_contradicts_the_reference_is_reported_with_its_place(string body, string place)
    {
        var failure = await Assert.ThrowsAsync<ApiContractException>(() => ReadAsync("Jobs.Resume", body));
        Assert.Contains(place, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_nested_too_deeply_or_with_too_many_elements_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 200)) + string.Concat(Enumerable.Repeat("</a>", 200));
        var nested = await Assert.ThrowsAsync<ApiContractException>(() => ReadAsync("Jobs.Resume", "<mgmtResponse>" + deep + "</mgmtResponse>"));
        Assert.Contains("deeper than 64 levels", nested.Message, StringComparison.Ordinal);

        var many = "<mgmtResponse responseType='operation'><status>1</status><jobs/>" + string.Concat(Enumerable.Repeat("<tags/>", 2_000)) + "</mgmtResponse>";
        var limits = new ApiClientOptions { MaxResponseValues = 1_000 };
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => ReadAsync("Jobs.Resume", many, options: limits));
    }

    [Theory]
    [InlineData("utf-16", "application/xml; charset=utf-16")]
    [InlineData("iso-8859-1", "application/xml; charset=iso-8859-1")]
    [InlineData("iso-8859-1", "application/xml")]
    [InlineData("shift_jis", "text/xml")]
    [InlineData("utf-8", "application/vnd.x+xml")]
    [InlineData("utf-8", "text/plain")]
    [InlineData("utf-8", null)]
    public async Task Encoding_is_that_of_the_mark_the_header_or_the_declaration(string encoding, string? contentType)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = encoding == "shift_jis" ? "\u65E5\u672C" : "\u00E9";
        var xml = $"<?xml version='1.0' encoding='{encoding}'?>"
            + $"<mgmtResponse responseType='operation'><message>{text}</message><status>1</status><jobs/></mgmtResponse>";
        var read = await ReadAsync("Jobs.Resume", Encoding.GetEncoding(encoding).GetBytes(xml), contentType);
        Assert.Contains("\"message\":\"" + text + "\"", read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", "utf-8", "application/xml")]
    [InlineData("utf-8", "utf-16", "application/xml")]
    [InlineData("utf-8", "iso-8859-1", "application/xml; charset=utf-8")]
    public async Task Mark_or_header_wins_over_a_wrong_declaration(string encoding, string declared, string contentType)
    {
        var xml = $"\uFEFF<?xml version='1.0' encoding='{declared}'?><mgmtResponse responseType='operation'><message>\u00E9</message><status>1</status>"
            + "<jobs/></mgmtResponse>";
        Assert.Contains(
            "\"message\":\"\u00E9\"", await ReadAsync("Jobs.Resume", Encoding.GetEncoding(encoding).GetBytes(xml), contentType), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-charset", "application/xml")]
    [InlineData("utf-8", "application/xml; charset=no-such-charset")]
    public async Task Unknown_charset_is_refused(string declared, string contentType)
    {
        var xml = $"<?xml version='1.0' encoding='{declared}'?><mgmtResponse responseType='operation'><status>1</status><jobs/></mgmtResponse>";
        var failure = await Assert.ThrowsAsync<ApiContractException>(() => ReadAsync("Jobs.Resume", xml, contentType));
        Assert.Contains("no-such-charset", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<stop><id>10</id></stop>", "application/xml", "$.stop.id has the value '10': it is outside the range 1..9")]
    [InlineData("<stop><id>x</id></stop>", "text/xml", "$.stop.id is not a number, but a string")]
    [InlineData("<stop/>", "application/xml", "$.stop.id is missing")]
    [InlineData("<stop>", "application/xml", "the body is not XML")]
    [InlineData("{\"stop\":{\"id\":1}}", "application/json", "the body is not XML, but application/json; charset=utf-8")]
    [InlineData("<!DOCTYPE a []><stop><id>1</id></stop>", "application/xml", "the body is not XML")]
    [InlineData("<stop><id>&x;</id></stop>", "application/xml", "the body is not XML")]
    [InlineData("<stop a='&x;'><id>1</id></stop>", "application/xml", "the body is not XML")]
    [InlineData("<p:stop xmlns:p='urn:p'><p:id>1</p:id></p:stop>", "application/xml", null)]
    [InlineData("\uFEFF<stop><id>1</id></stop>", "application/xml", null)]
    [InlineData("<stop><id>1</id></stop>", "application/vnd.x+xml", null)]
    public async Task Stub_checks_XML_requests_like_JSON(string body, string mediaType, string? violation)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await http.PostAsync(new Uri(server.BaseAddress, "/jobs/stop"), content, TestContext.Current.CancellationToken);
        Assert.Equal(violation is null ? null : "Jobs.Stop: " + violation + ".", Assert.Single(server.Requests).Violation);
        Assert.Equal(violation is null ? 200 : 400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Stub_refuses_hostile_XML_and_goes_on()
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        string[] bodies =
        [
            string.Concat(Enumerable.Repeat("<stop>", 50_000)),
            "<stop>" + string.Concat(Enumerable.Repeat("<id/>", 600_000)) + "</stop>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><stop><id>&x;</id></stop>",
            "<?xml version='1.0' encoding='no-such-charset'?><stop><id>x</id></stop>",
        ];
        foreach (var body in bodies)
        {
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) { Headers = { { "Content-Type", "application/xml" } } };
            using var response = await http.PostAsync(new Uri(server.BaseAddress, "/jobs/stop"), content, TestContext.Current.CancellationToken);
            Assert.Equal(400, (int)response.StatusCode);
        }

        Assert.All(server.Requests, static request => Assert.StartsWith("Jobs.Stop: ", request.Violation, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "application/xml", "<result>")]
    [InlineData("application/xml", "application/xml", "<result>")]
    [InlineData("text/xml, application/json;q=0.5", "text/xml", "<result>")]
    [InlineData("application/json", "application/json", "{\"result\":")]
    [InlineData("application/xml;q=0.1, application/json", "application/json", "{\"result\":")]
    [InlineData("*/*", "application/xml", "<result>")]
    public async Task Stub_answers_in_the_format_that_the_request_accepts(string? accept, string contentType, string start)
    {
        await using var server = await Client.Value.StartServerAsync();
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseAddress, "/jobs/stop")) { Content = new StringContent("<stop><id>"
            + "1</id></stop>", Encoding.UTF8, "application/xml") };
        if (accept is not null)
            message.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString());
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(start, text.Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("OK", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<result><status>ERROR</status><code>J17</code></result>", "J17")]
    [InlineData("<result><status>ERROR</status></result>", null)]
    public async Task Failure_in_the_XML_of_a_200_is_a_failure(string body, string? code)
    {
        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => ReadAsync("Jobs.Stop", body));
        Assert.Equal((200, code), ((int)failure.StatusCode, failure.ErrorCode));
    }

    [Theory]
    [InlineData("<result><status>OK</status><stopped>1")]
    [InlineData("<result><status>ERROR</status><code>J17</co")]
    [InlineData("<result><status>OK</status><stopped>1</stopped></result><result>")]
    [InlineData("<?xml version='1.0'?>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'OK'>]><result><status>&x;</status><stopped>1</stopped></result>")]
    public async Task Success_that_is_cut_off_or_has_a_DTD_is_neither_a_success_nor_a_failure(string body)
    {
        var read = await Assert.ThrowsAsync<ApiContractException>(() => ReadAsync("Jobs.Stop", body));
        Assert.Contains("not XML", read.Message, StringComparison.Ordinal);

        await using var server = await XmlServer.StartAsync(Encoding.UTF8.GetBytes(body), "application/xml", 200);
        var unread = await Assert.ThrowsAsync<ApiContractException>(() => Client.Value.CallAsync(server.Address, "Jobs.Wake", Argument));
        Assert.Contains("the body is not XML, so it does not say whether the call succeeded", unread.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_in_XML_is_typed()
    {
        await using var server = await XmlServer.StartAsync("<fault><message>No such job</message></fault>"u8.ToArray(), "application/xml", 404);
        var response = await Client.Value.CallAsync(server.Address, "Jobs.Resume", Argument);
        Assert.Equal(404, (int)response.StatusCode);
        var error = response.GetType().GetProperty("Error")!.GetValue(response)!;
        Assert.Equal("""{"fault":{"message":"No such job"}}""", SampleArgument.Write(error));
    }

    [Theory]
    [InlineData("a\u0001b", "contains a character that XML does not allow")]
    [InlineData("a\uFFFFb", "contains a character that XML does not allow")]
    public async Task Text_that_XML_cannot_hold_is_refused_before_sending(string text, string reason)
    {
        var json = "{\"jobOperationPayload\":{\"jobIds\":{\"jobId\":[]},\"note\":" + System.Text.Json.JsonSerializer.Serialize(text) + "}}";
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Client.Value.CallAsync(
            new Uri("http://localhost:1"), "Jobs.Resume", (name, type) => name == "body" ? SampleArgument.Parse(type, json) : null));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, refused.Message, StringComparison.Ordinal);
    }

    private static Task<string> ReadAsync(string operation, string body, string contentType = "application/xml", ApiClientOptions? options = null)
        => ReadAsync(operation, Encoding.UTF8.GetBytes(body), contentType, options);

    private static async Task<string> ReadAsync(string operation, byte[] body, string? contentType, ApiClientOptions? options = null)
    {
        await using var server = await XmlServer.StartAsync(body, contentType, 200);
        var response = await Client.Value.CallAsync(server.Address, operation, Argument, options);
        var read = response.GetType().GetMethod("EnsureSuccess")!.Invoke(response, System.Reflection.BindingFlags.DoNotWrapExceptions, null, null, null)!;
        return SampleArgument.Write(read);
    }

    private static object? Argument(string name, Type type) => name != "body" ? null : SampleArgument.Parse(type, type.Name switch
    {
        "JobsResumeBody" => """{"jobOperationPayload":{"jobIds":{"jobId":[1]}}}""",
        "ValuesPutBody" => """{"values":{"@at":1,"fixed":"v1"}}""",
        "JobsStopBody" => """{"stop":{"id":1}}""",
        _ => """{"soap:Envelope":{"@xmlns:soap":"http://schemas.xmlsoap.org/soap/envelope/","soap:Body":{"getJob":{"id":3}}}}""",
    });
}
