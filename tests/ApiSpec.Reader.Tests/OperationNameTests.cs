using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>The names of operations whose sections name none.</summary>
public sealed class OperationNameTests
{
    [Theory]
    [InlineData("GET /Automation/v1/objects/Tasks/{id}/actions/rerunStart", "Tasks.GetRerunStart")]
    [InlineData("POST /Automation/v1/objects/Tasks/{id}/actions/rerunStart/invoke", "Tasks.InvokeRerunStart")]
    [InlineData("GET /objects/Tasks/{id}/actions", "Tasks.ListActions")]
    [InlineData("GET /objects/Tasks", "Tasks.List")]
    [InlineData("GET /objects/Tasks/{id}", "Tasks.Get")]
    [InlineData("POST /objects/Tasks", "Tasks.Create")]
    [InlineData("PUT /objects/Tasks/{id}", "Tasks.Update")]
    [InlineData("PATCH /objects/Tasks/{id}", "Tasks.Patch")]
    [InlineData("DELETE /objects/Tasks/{id}", "Tasks.Delete")]
    [InlineData("DELETE /objects/Tasks", "Tasks.DeleteMany")]
    [InlineData("DELETE /x", "X.DeleteMany")]
    [InlineData("DELETE /x/{id}", "X.Delete")]
    [InlineData("GET /x", "X.List")]
    [InlineData("GET /x/{id}", "X.Get")]
    [InlineData("PUT /objects/Tasks", "Tasks.UpdateMany")]
    [InlineData("PATCH /objects/Tasks", "Tasks.PatchMany")]
    [InlineData("PUT /system/license", "License.Update")]
    [InlineData("GET /configuration/version", "Version.Get")]
    [InlineData("GET /tasks/{id}/status", "Status.Get")]
    [InlineData("GET /access", "Access.Get")]
    [InlineData("GET /analysis", "Analysis.Get")]
    [InlineData("HEAD /objects/Tasks", "Tasks.HeadMany")]
    [InlineData("HEAD /objects/Tasks/{id}", "Tasks.Head")]
    [InlineData("PROPFIND /files", "Files.PropfindMany")]
    [InlineData("OPTIONS /system/status", "Status.Options")]
    [InlineData("GET /users/{id}/user-groups", "UserGroups.List")]
    [InlineData("GET /info/items/{id}.json", "Items.Get")]
    [InlineData("GET /{id}", "Root.Get")]
    [InlineData("GET /", "Root.Get")]
    [InlineData("POST /", "Root.Create")]
    [InlineData("GET /%", "Percent.Get")]
    [InlineData("DELETE /$/{id}", "Dollar.Delete")]
    public void Names_an_operation_after_its_request_line(string request, string name)
    {
        var rows = request.Contains("{id}", StringComparison.Ordinal) ? "path:\n  id: long\n" : "";
        var section = Spec.File("request: " + request + "\nstatus: [200]\n" + rows).Section!;
        Assert.Equal((name, true), (section.Group + "." + section.Method, section.IsOperationDerived));
    }

    [Theory]
    [InlineData("GET /info", "response: Page<Task>", "Info.List")]
    [InlineData("GET /info", "response: Task[]", "Info.List")]
    [InlineData("GET /info", "response: 'string[] or null'", "Info.List")]
    [InlineData("GET /info", "response: Info", "Info.Get")]
    [InlineData("GET /info", "response: unknown", "Info.Get")]
    [InlineData("GET /infos", "response: unknown", "Infos.List")]
    [InlineData("GET /infos", "response: Info", "Infos.List")]
    [InlineData("GET /infos", "response: text/plain", "Infos.List")]
    [InlineData("GET /settings", "response: {theme: string, tags: 'string[]'}", "Settings.Get")]
    [InlineData("GET /settings", "response: string", "Settings.Get")]
    [InlineData("GET /info", "response: {data: 'Task[]', count: int}", "Info.List")]
    [InlineData("GET /info", "response:\n  data[]:\n    id: int\n  count: int", "Info.List")]
    [InlineData("GET /info", "response:\n  data[]:\n    id: int\n  count: int\nquery: {offset: int}\npaging: {offset: offset, items: data}", "Info.List")]
    [InlineData("PUT /settings", "body: {theme: string}\nresponse: {theme: string}", "Settings.Update")]
    [InlineData("PUT /info", "body: 'Task[]'", "Info.UpdateMany")]
    [InlineData("DELETE /info", "response: {id: int}", "Info.DeleteMany")]
    public void The_response_tells_whether_an_operation_is_about_several_resources(string request, string keys, string name)
    {
        var section = Spec.File("request: " + request + "\nstatus: [200]\n" + keys + "\n").Section!;
        Assert.Equal(name, section.Group + "." + section.Method);
    }

    [Theory]
    [InlineData("query:\n  cmd: int always 1", "Api.GetCmd1")]
    [InlineData("query:\n  a: string always log-in\n  b: string always NOW", "Api.GetLogInNow")]
    [InlineData("query:\n  version: string always 2.0", "Api.Get")]
    [InlineData("query:\n  a: boolean always true", "Api.Get")]
    [InlineData("headers:\n  X-Kind: string always x", "Api.Get")]
    [InlineData("query:\n  a: string always a text of more than forty characters, which no name is", "Api.Get")]
    [InlineData("use: [x]\nquery:\n  a: long always -1", "Api.GetA1")]
    public void Constants_are_part_of_the_name(string rows, string name)
        => Assert.Equal(name, NameOf("GET /api.cgi", rows).Replace("ApiCgi", "Api", StringComparison.Ordinal));

    [Theory]
    [InlineData("body:\n  method: string always stop", "Rpc.CreateStop")]
    [InlineData("body:\n  call:\n    method: string always stop", "Rpc.CreateStop")]
    [InlineData("body:\n  call?:\n    method: string always stop", "Rpc.Create")]
    [InlineData("body: Call\nwith:\n  method: always stop\n  strict: always true", "Rpc.CreateStop")]
    [InlineData("body: Call\nresponse: Call\nwith:\n  body.method: always stop\n  response.method: always done", "Rpc.CreateStop")]
    [InlineData("response: Call\nwith:\n  method: always done", "Rpc.Create")]
    [InlineData("body form:\n  action: string always list", "Rpc.CreateList")]
    public void Constants_of_the_body_are_part_of_the_name(string keys, string name) => Assert.Equal(name, NameOf("POST /rpc", keys));

    [Fact]
    public void The_response_of_a_successful_status_row_tells_it_as_well()
        => Assert.Equal("List", Spec.File("request: GET /info\nstatus:\n  200 OK:\n    description: x\n    response: 'int[]'\n").Section!.Method);

    private static string NameOf(string request, string keys)
    {
        var section = Spec.File("request: " + request + "\nstatus: [200]\n" + keys + "\n").Section!;
        return section.Group + "." + section.Method;
    }
}
