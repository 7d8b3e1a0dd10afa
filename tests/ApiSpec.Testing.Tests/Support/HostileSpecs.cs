namespace ApiSpec.Testing.Tests.Support;

/// <summary>A folder with a spec in which every string is markup that would take over a page.</summary>
internal sealed class HostileSpecs : IDisposable
{
    public const string Markup = "</td></details><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apispec-hostile-");

    public HostileSpecs()
    {
        var quoted = "'" + Markup.Replace("'", "''", StringComparison.Ordinal) + "'";
        File.WriteAllText(Path.Combine(_folder.FullName, "a.apispec.yaml"), $"""
            operation: Things.Get
            title: {quoted}
            function: {quoted}
            roles: [{quoted}]
            request: GET /things
            query:
              kind:
                type: string
                description: {quoted}
            status:
              200 OK: {quoted}
            response:
              name:
                type: string
                description: {quoted}
            examples:
              - title: {quoted}
                request header: |
                  GET /things?kind=%3Cscript%3E HTTP/1.1
                  X-Note: {Markup}
                response header: |
                  HTTP/1.1 200 OK
                  Content-Type: text/html
                response body: |
                  {Markup}
            """);
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
