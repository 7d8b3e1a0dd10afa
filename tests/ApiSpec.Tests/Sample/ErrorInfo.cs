using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Tests.Sample;

/// <summary>The error body. It drops unknown members.</summary>
public sealed record ErrorInfo
{
    public string Message { get; init; } = "";

    public string MessageID { get; init; } = "";

    public static ApiJson<ErrorInfo> Json { get; } = new JsonContract();

    private sealed class JsonContract : ApiJson<ErrorInfo>
    {
        private static readonly JsonMembers Members = new("ErrorInfo", 3, "message", "messageID");

        public override ErrorInfo Read(ref Utf8JsonReader reader)
        {
            string message = "", messageID = "";
            var json = Members.Start(ref reader);
            while (json.NextKnown(ref reader))
            {
                switch (json.Member)
                {
                    case 0: message = JsonRead.String(ref reader); break;
                    case 1: messageID = JsonRead.String(ref reader); break;
                }
            }

            return new ErrorInfo { Message = message, MessageID = messageID };
        }

        public override void Write(Utf8JsonWriter writer, ErrorInfo value)
        {
            var json = Members.Start(writer);
            json.String(0, value.Message);
            json.String(1, value.MessageID);
            json.End();
        }
    }
}
