using ApiSpec.Json;

namespace ApiSpec.Transport;

/// <summary>The zone of dates and times that a server sends and takes without one.</summary>
/// <remarks>Only specs that name a zone create it, so a trimmed program without them does not contain the time zones of the framework.</remarks>
internal sealed class ServerTimeZone(string id)
{
    public string Id => id;

    /// <exception cref="ArgumentException">This machine does not know the zone.</exception>
    public void Check(string parameterName)
    {
        try
        {
            LocalTime.Find(id);
        }
        catch (TimeZoneNotFoundException exception)
        {
            throw new ArgumentException(exception.Message, parameterName, exception);
        }
    }
}
