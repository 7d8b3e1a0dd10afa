using Xunit;

namespace ApiSpec.Testing.Tests.Support;

/// <summary>One <c>apispec serve</c> of the JP1/AO specs, for all tests of a class.</summary>
public sealed class JP1ServeProcess : IAsyncLifetime
{
    internal ServeProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await ServeProcess.StartAsync(Repository.JP1Specs);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
