namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>
/// The changes of example section 9.6.8 that cannot be noticed, with reasons. A change is identified by its line, the changed word, and the text of the line.
/// </summary>
internal static class Survivors
{
    private static readonly Survivor[] All =
    [
        new("A comment for editors; the compiler does not read it.", 1, "# yaml-language-server: $schema=../../apispec.schema.json",
            "deleted yaml language server schema apispec json"),
        new("With one API file in the project, a section belongs to it without saying so.", 2, "api: jp1ao", "deleted"),
        new("The printed scheme, host and port stand for any server.", 14,
            "request: GET http://host:port/Automation/{version}/objects/Tasks/{id}/actions/rerunStart",
            "http host port"),
        new("The title of an example is a heading in prose.", 33,
            "- title: The API acquires information necessary for retrying the task whose instanceID is 2026 from the failed step.",
            "The API acquires information necessary for retrying the task whose instanceID is 2026 from failed step the"),
        new(
            "Any instance ID fits the type, and any HTTP version is printed.", 35, "GET /Automation/v1/objects/Tasks/2026/actions/rerunStart HTTP/1.1",
            "2026 1"),
        new("The section describes no request headers.", 36, "Host:10.196.184.238:22015", "deleted Host 10 196 184 238 22015"),
        new("The section describes no request headers.", 37, "Accept:application/json", "deleted Accept application json"),
        new("The section describes no request headers.", 38, "Accept-Language: ja", "deleted Accept Language ja"),
        new("The section describes no request headers.", 39, "Authorization: Basic c3lzdGVtOm1hbmFnZXI=", "deleted Authorization Basic c3lzdGVtOm1hbmFnZXI"),
        new("The section describes no request headers.", 40, "User-Agent: useragent1", "deleted User Agent useragent1"),
        new("Any HTTP version is printed.", 42, "HTTP/1.1 200 OK", "1"),
        new("The section describes no response headers.", 43, "Date: Mon, 14 Jul 2014 11:54:52 GMT", "deleted Date Mon 14 Jul 2014 11 54 52 GMT"),
        new("The section describes no response headers.", 44, "Server: Cosminexus HTTP Server", "deleted Server Cosminexus HTTP"),
        new(
            "The section describes no response headers.", 45, "Access-Control-Expose-Headers: WWW-Authenticate",
            "deleted Access Control Expose Headers WWW Authenticate"),
        new("The section describes no response headers.", 46, "WWW-Authenticate: HSSO aca0707d2fae7c881d4a97f42ab4a5b27824aa_V0300",
            "deleted WWW Authenticate HSSO aca0707d2fae7c881d4a97f42ab4a5b27824aa V0300"),
        new("The section describes no response headers.", 47, "Access-Control-Allow-Origin: *", "deleted Access Control Allow Origin"),
        new("The section describes no response headers.", 48, "Access-Control-Allow-Methods: GET, POST, DELETE, PUT, HEAD, OPTIONS",
            "deleted Access Control Allow Methods GET POST DELETE PUT HEAD OPTIONS"),
        new("The section describes no response headers.", 49, "Access-Control-Allow-Credentials: true", "deleted Access Control Allow Credentials true"),
        new("The section describes no response headers.", 50, "Cache-Control: no-cache", "deleted Cache Control no cache"),
        new("The section describes no response headers.", 51, "Transfer-Encoding: chunked", "deleted Transfer Encoding chunked"),
        new("A body without a media type is read as JSON.", 52, "Content-Type: application/json",
            "deleted Content Type application"),
        new("The client follows a link to its path on the configured server, whatever host the page prints.", 56,
            "\"href\" : \"http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke\",",
            "http 10 196 184 238 22015"),
        new(
            "Any instance ID fits the type.", 56, "\"href\" : \"http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke\",",
            "2026"),
    ];

    public static IEnumerable<string> Names
        => All.SelectMany(static survivor => survivor.Words.Split(' ').Select(word => $"{survivor.Line} {word}: {survivor.Text}"));

    /// <summary>A line, and words in it that can change without notice.</summary>
    /// <param name="Reason">The reason why the change is not noticed.</param>
    /// <param name="Line">The line, counted from one.</param>
    /// <param name="Text">The line, without its indentation.</param>
    /// <param name="Words">The words, and <c>deleted</c> if the whole line can be removed.</param>
    private sealed record Survivor(string Reason, int Line, string Text, string Words);
}
