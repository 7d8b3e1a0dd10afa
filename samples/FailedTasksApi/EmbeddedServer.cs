using ApiSpec.Testing;

namespace FailedTasksApi;

/// <summary>A server in this process, so that the sample runs without JP1/AO. It has one task, and a file describes the responses.</summary>
internal static class EmbeddedServer
{
    public static Task<StubServer> StartAsync()
    {
        var examples = ExampleCatalog.Load(Path.Combine(AppContext.BaseDirectory, "specs"));
        return StubServer.StartAsync(new StubOptions(examples)
            .RequireSession(Login.OfExamples.User, Login.OfExamples.Password)
            .RespondFrom(Path.Combine(AppContext.BaseDirectory, "tasks.responses.yaml")));
    }
}
