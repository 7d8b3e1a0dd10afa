using System.Collections.Concurrent;
using System.Diagnostics;
using Hitachi.JP1.AutomaticOperation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using OpenTelemetry.Trace;

namespace FailedTasksApi.Tests;

/// <summary>The application as it runs, with a fake in place of its server. Only the last handler differs, so sessions and retries are real.</summary>
internal sealed class Application(AutomaticOperationFake fake) : WebApplicationFactory<Program>
{
    /// <summary>How long the application waits for a task to end.</summary>
    public TimeSpan WaitingTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The traces that have ended.</summary>
    public ConcurrentCollection<Activity> Traces { get; } = [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("AutomaticOperation:BaseAddress", fake.BaseAddress.ToString());
        builder.UseSetting("Login:User", "system");
        builder.UseSetting("Login:Password", "manager");
        builder.UseSetting("Waiting:Interval", "00:00:00");
        builder.UseSetting("Waiting:Timeout", WaitingTimeout.ToString());
        var client = typeof(AutomaticOperationClient).FullName!;
        builder.ConfigureTestServices(services =>
        {
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
            services.Configure<HttpStandardResilienceOptions>(client + "-standard", static options => options.Retry.Delay = TimeSpan.Zero);
            services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(Traces));
        });
    }
}

/// <summary>A collection that several threads can add to.</summary>
internal sealed class ConcurrentCollection<T> : ICollection<T>
{
    private readonly ConcurrentQueue<T> _items = [];

    public int Count => _items.Count;

    public bool IsReadOnly => false;

    public void Add(T item) => _items.Enqueue(item);

    public void Clear() => _items.Clear();

    public bool Contains(T item) => _items.Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public bool Remove(T item) => throw new NotSupportedException();

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
