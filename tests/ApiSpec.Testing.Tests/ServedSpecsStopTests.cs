using ApiSpec.Testing.Tests.Support;
using Xunit;

namespace ApiSpec.Testing.Tests;

/// <summary>What Ctrl+C and SIGTERM do to <c>apispec serve</c> and to the sample of the stub server.</summary>
public sealed class ServedSpecsStopTests
{
    public ServedSpecsStopTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no 'kill' to send signals with.");
        Assert.SkipWhen(ServeProcess.IgnoresControlC, "A shell has started the tests in the background, so their processes ignore Ctrl+C.");
    }

    [Theory]
    [InlineData(ServeProcess.ControlC)]
    [InlineData(ServeProcess.Terminate)]
    public async Task Ends_without_an_error_when_a_person_stops_it(string signal)
    {
        await using var server = await ServeProcess.StartAsync(Repository.JP1Specs);

        await server.SendAsync(signal);

        Assert.Equal(0, await server.EndAsync());
    }

    [Fact]
    public async Task Ends_without_an_error_even_if_it_cannot_end_soon()
    {
        using var specs = new LongOutput();
        await using var server = await ServeProcess.StartAsync(specs.Folder);

        // The server still waits for somebody to read its routes. Programs that are killed if they do not end soon are usually given two seconds.
        await server.SendAsync(ServeProcess.ControlC);
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);

        Assert.Equal(0, await server.EndAsync());
    }

    [Fact]
    public async Task Ends_at_once_when_a_person_stops_it_twice()
    {
        using var specs = new LongOutput();
        await using var server = await ServeProcess.StartAsync(specs.Folder);

        await server.SendUntilItEndsAsync(ServeProcess.ControlC);

        Assert.Equal(130, await server.EndAsync());
    }

    [Fact]
    public async Task Sample_ends_in_the_same_ways()
    {
        using var specs = new LongOutput();
        await using var once = await ServeProcess.StartSampleAsync(specs.Folder);
        await using var twice = await ServeProcess.StartSampleAsync(specs.Folder);

        await once.SendAsync(ServeProcess.ControlC);
        await twice.SendUntilItEndsAsync(ServeProcess.ControlC);

        Assert.Equal((0, 130), (await once.EndAsync(), await twice.EndAsync()));
    }

    /// <summary>Specs whose list of routes is longer than a pipe holds, so that a server that prints it waits until it is read.</summary>
    private sealed class LongOutput : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apispec-routes-");

        public LongOutput()
        {
            for (var i = 0; i < 80; i++)
            {
                File.WriteAllText(
                    Path.Combine(_folder.FullName, $"{i}.apispec.yaml"),
                    $"operation: Items.Get{i}\nrequest: GET /{new string('a', 1_500)}/{i}\nstatus: [200]\n");
            }
        }

        public string Folder => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
