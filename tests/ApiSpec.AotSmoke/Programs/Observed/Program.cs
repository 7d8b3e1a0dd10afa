using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO.Compression;
using ApiSpec;
using ApiSpec.AotSmoke;
using Hitachi.JP1.AutomaticOperation;

// Prints what a program notices of the features that a project can switch off.
var activities = 0;
using var activityListener = new ActivityListener
{
    ShouldListenTo = static source => source.Name == ApiTelemetry.ActivitySourceName,
    Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    ActivityStopped = _ => activities++,
};
ActivitySource.AddActivityListener(activityListener);

var measurements = 0;
using var meterListener = new MeterListener
{
    InstrumentPublished = static (instrument, listener) =>
    {
        if (instrument.Meter.Name == ApiTelemetry.MeterName)
            listener.EnableMeasurementEvents(instrument);
    },
};
meterListener.SetMeasurementEventCallback<double>((_, _, _, _) => measurements++);
meterListener.Start();

using var handler = new PackingHandler(new InMemoryHandler());
using var client = new AutomaticOperationClient(new Uri("http://10.196.184.238:22015"), new ApiClientOptions { Handler = handler });
try
{
    var action = await client.Tasks.GetRerunStartAsync(2026);
    Console.WriteLine(action.Name);
}
catch (ApiContractException exception)
{
    Console.WriteLine(exception.Message);
}

Console.WriteLine(activities + " activities, " + measurements + " measurements");

/// <summary>Sends bodies in gzip, as old servers do without being asked.</summary>
internal sealed class PackingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await response.Content.CopyToAsync(gzip, cancellationToken);
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = response.Content.Headers.ContentType;
        content.Headers.ContentEncoding.Add("gzip");
        response.Content = content;
        return response;
    }
}
