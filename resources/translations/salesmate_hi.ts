<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>SalesMate</name>
    <message>
        <source>What is deleted here can be brought back from its page; what is deleted in the other system can't.</source>
        <translation>जो यहाँ हटता है उसे उसके पेज से वापस लाया जा सकता है; जो दूसरे सिस्टम में हटता है उसे नहीं।</translation>
    </message>
    <message>
        <source>Delete records</source>
        <translation>रिकॉर्ड हटाएँ</translation>
    </message>
    <message>
        <source>This plan deletes records. Do it?</source>
        <translation>यह योजना रिकॉर्ड हटाती है। क्या करें?</translation>
    </message>
    <message>
        <source>Delete them, and do the rest</source>
        <translation>हटाएँ और बाकी भी करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>{n} record failed</source>
        <translation>{n} रिकॉर्ड विफल हुआ</translation>
    </message>
    <message>
        <source>{n} records failed</source>
        <translation>{n} रिकॉर्ड विफल हुए</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>सबकी फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Tries every failed record of this connection again now</source>
        <translation>इस कनेक्शन के हर विफल रिकॉर्ड की अभी फिर कोशिश करता है</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV में सहेजें…</translation>
    </message>
    <message>
        <source>Show {n} more record</source>
        <translation>{n} और रिकॉर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>Show {n} more records</source>
        <translation>{n} और रिकॉर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Save the failed records as CSV</source>
        <translation>विफल रिकॉर्ड CSV में सहेजें</translation>
    </message>
    <message>
        <source>Retry: {what}</source>
        <translation>फिर कोशिश करें: {what}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>Show the record: {what}</source>
        <translation>रिकॉर्ड दिखाएँ: {what}</translation>
    </message>
    <message>
        <source>Monthly totals here beside the connected system's</source>
        <translation>यहाँ के मासिक योग, जुड़े सिस्टम के योगों के साथ</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>गतिविधि</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>सिंक की सूची</translation>
    </message>
    <message>
        <source>Show older runs</source>
        <translation>पुराने सिंक दिखाएँ</translation>
    </message>
    <message>
        <source>Show runs by how they went</source>
        <translation>नतीजे के अनुसार सिंक दिखाएँ</translation>
    </message>
    <message>
        <source>Show runs of one connection</source>
        <translation>एक कनेक्शन के सिंक दिखाएँ</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>सभी कनेक्शन</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Search in results and reasons</source>
        <translation>नतीजों और कारणों में खोजें</translation>
    </message>
    <message>
        <source>Save this list as CSV</source>
        <translation>यह सूची CSV में सहेजें</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV फ़ाइल (*.csv)</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>अभी सिंक करें</translation>
    </message>
    <message>
        <source>Compare totals</source>
        <translation>योग मिलाएँ</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>सहेजें…</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>नतीजा</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>शुरू हुआ</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>समय लगा</translation>
    </message>
    <message>
        <source>No such runs</source>
        <translation>ऐसा कोई सिंक नहीं</translation>
    </message>
    <message>
        <source>Choose another filter to see the others.</source>
        <translation>बाकी देखने के लिए दूसरा फ़िल्टर चुनें।</translation>
    </message>
    <message>
        <source>No sync has run yet</source>
        <translation>अभी तक कोई सिंक नहीं हुआ</translation>
    </message>
    <message>
        <source>Each sync appears here with what it did and how long it took.</source>
        <translation>हर सिंक यहाँ दिखता है: उसने क्या किया और कितना समय लगा।</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>सिंक</translation>
    </message>
    <message>
        <source>Sync every connection  (F5)</source>
        <translation>हर कनेक्शन सिंक करें  (F5)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>सहेजा गया</translation>
    </message>
    <message>
        <source>A trial run: nothing was written</source>
        <translation>परीक्षण: कुछ लिखा नहीं गया</translation>
    </message>
    <message>
        <source>New</source>
        <translation>नया</translation>
    </message>
    <message>
        <source>{n} would be new</source>
        <translation>{n} नए बनेंगे</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>बदला</translation>
    </message>
    <message>
        <source>{n} would change</source>
        <translation>{n} बदलेंगे</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>हटाया</translation>
    </message>
    <message>
        <source>{n} would be deleted</source>
        <translation>{n} हटेंगे</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>{n} would be matched</source>
        <translation>{n} का मिलान होगा</translation>
    </message>
    <message>
        <source>Asks you</source>
        <translation>आपसे पूछेगा</translation>
    </message>
    <message>
        <source>{n} would wait for you</source>
        <translation>{n} आपके फ़ैसले का इंतज़ार करेंगे</translation>
    </message>
    <message>
        <source>This plan was done: a later run shows how it went</source>
        <translation>यह योजना की जा चुकी है: बाद का सिंक दिखाता है कि कैसी रही</translation>
    </message>
    <message>
        <source>This plan no longer fits: make a new one</source>
        <translation>यह योजना अब लागू नहीं हो सकती: नई बनाएँ</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>यहाँ</translation>
    </message>
    <message>
        <source>In {name}</source>
        <translation>{name} में</translation>
    </message>
    <message>
        <source>The whole plan ({n})</source>
        <translation>पूरी योजना ({n})</translation>
    </message>
    <message>
        <source>nothing would change</source>
        <translation>कुछ नहीं बदलेगा</translation>
    </message>
    <message>
        <source>Do exactly this</source>
        <translation>ठीक यही करें</translation>
    </message>
    <message>
        <source>Records that changed since then are left for the next sync</source>
        <translation>जो रिकॉर्ड तब से बदले हैं, वे अगले सिंक के लिए छोड़े जाते हैं</translation>
    </message>
    <message>
        <source>What a sync would do</source>
        <translation>सिंक क्या करेगा</translation>
    </message>
    <message>
        <source>Show a part of the plan</source>
        <translation>योजना का एक भाग दिखाएँ</translation>
    </message>
    <message>
        <source>{n} more is not listed.</source>
        <translation>{n} और सूची में नहीं है।</translation>
    </message>
    <message>
        <source>{n} more are not listed.</source>
        <translation>{n} और सूची में नहीं हैं।</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>रिकॉर्ड</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>क्या होगा</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>छोड़ा गया</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Leave this out</source>
        <translation>इसे छोड़ें</translation>
    </message>
    <message>
        <source>Do all but {n}</source>
        <translation>{n} छोड़कर सब करें</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>फ़ील्ड</translation>
    </message>
    <message>
        <source>From</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>To</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>The {n} record that this run changed here becomes what it was before.</source>
        <translation>इस सिंक ने यहाँ जो {n} रिकॉर्ड बदला, वह पहले जैसा हो जाएगा।</translation>
    </message>
    <message>
        <source>The {n} records that this run changed here become what they were before.</source>
        <translation>इस सिंक ने यहाँ जो {n} रिकॉर्ड बदले, वे पहले जैसे हो जाएँगे।</translation>
    </message>
    <message>
        <source>The next sync sends what it may to {name}. To look at that first, choose “Show what a sync would do”.</source>
        <translation>अगला सिंक {name} में वही भेजेगा जो भेजना तय है। पहले देखने के लिए “दिखाएँ कि सिंक क्या करेगा” चुनें।</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>सभी सिंक</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>चल रहा है</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>जवाब का इंतज़ार</translation>
    </message>
    <message>
        <source>With failed records</source>
        <translation>जिनमें रिकॉर्ड विफल हुए</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>पूरा हुआ</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>रोका गया</translation>
    </message>
    <message>
        <source>{kind}, trial run</source>
        <translation>{kind}, परीक्षण</translation>
    </message>
    <message>
        <source>Trial run: {result}</source>
        <translation>परीक्षण: {result}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Number there</source>
        <translation>वहाँ का नंबर</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>क्या करें</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>प्रयास</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>पिछला प्रयास</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>tried once</source>
        <translation>एक बार कोशिश हुई</translation>
    </message>
    <message>
        <source>tried {n} times</source>
        <translation>{n} बार कोशिश हुई</translation>
    </message>
    <message>
        <source>tried again by itself {time}</source>
        <translation>अपने-आप फिर कोशिश {time}</translation>
    </message>
    <message>
        <source>not tried again by itself before it changes</source>
        <translation>जब तक यह न बदले, अपने-आप फिर कोशिश नहीं होगी</translation>
    </message>
    <message>
        <source>What somebody edited since stays as it is, and is named afterwards.</source>
        <translation>जो किसी ने उसके बाद बदला है वह वैसा ही रहेगा, और बाद में बताया जाएगा।</translation>
    </message>
    <message>
        <source>Nothing is taken back in {name} now: where a record is synced both ways, the next sync sends it there.</source>
        <translation>{name} में अभी कुछ वापस नहीं लिया जाता: जो रिकॉर्ड दोनों दिशाओं में सिंक होता है, उसे अगला सिंक वहाँ भेजेगा।</translation>
    </message>
    <message>
        <source>Full sync: {result}</source>
        <translation>पूरा सिंक: {result}</translation>
    </message>
    <message>
        <source>Records looked at</source>
        <translation>देखे गए रिकॉर्ड</translation>
    </message>
    <message>
        <source>What it brought in anew is marked as deleted, and no longer synced.</source>
        <translation>जो वह नया लाया, उस पर हटाए जाने का निशान लगेगा और वह आगे सिंक नहीं होगा।</translation>
    </message>
    <message>
        <source>What this run sent to {name} stays there.</source>
        <translation>इस सिंक ने {name} में जो भेजा, वह वहीं रहेगा।</translation>
    </message>
    <message>
        <source>{n} unchanged</source>
        <translation>{n} ज्यों के त्यों</translation>
    </message>
    <message>
        <source>Progress of this run</source>
        <translation>इस सिंक की प्रगति</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>मंज़ूर करें</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>सिंक</translation>
    </message>
    <message>
        <source>This run can't be shown</source>
        <translation>यह सिंक नहीं दिखाया जा सकता</translation>
    </message>
    <message>
        <source>Undo what this run changed here…</source>
        <translation>इस सिंक ने यहाँ जो बदला उसे पूर्ववत करें…</translation>
    </message>
    <message>
        <source>Save the failed records</source>
        <translation>विफल रिकॉर्ड सहेजें</translation>
    </message>
    <message>
        <source>Stop this run</source>
        <translation>यह सिंक रोकें</translation>
    </message>
    <message>
        <source>Approve: let the sync go on</source>
        <translation>मंज़ूर करें: सिंक आगे बढ़े</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>नामंज़ूर करें</translation>
    </message>
    <message>
        <source>Sync again</source>
        <translation>फिर सिंक करें</translation>
    </message>
    <message>
        <source>Tally shows no message and is idle</source>
        <translation>Tally में कोई संदेश नहीं है और वह खाली है</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>रिकॉर्ड</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>समय कहाँ लगा</translation>
    </message>
    <message>
        <source>failed records</source>
        <translation>विफल रिकॉर्ड</translation>
    </message>
    <message>
        <source>Reject: end the sync, nothing more is changed</source>
        <translation>अस्वीकार: सिंक समाप्त करें, और कुछ नहीं बदलेगा</translation>
    </message>
    <message>
        <source>{n} record is again as it was before this run.</source>
        <translation>{n} रिकॉर्ड फिर वैसा है जैसा इस सिंक से पहले था।</translation>
    </message>
    <message>
        <source>{n} records are again as they were before this run.</source>
        <translation>{n} रिकॉर्ड फिर वैसे हैं जैसे इस सिंक से पहले थे।</translation>
    </message>
    <message>
        <source>{n} record was left as it is:</source>
        <translation>{n} रिकॉर्ड जैसा है वैसा छोड़ा गया:</translation>
    </message>
    <message>
        <source>{n} records were left as they are:</source>
        <translation>{n} रिकॉर्ड जैसे हैं वैसे छोड़े गए:</translation>
    </message>
    <message>
        <source>Undo what this run changed here</source>
        <translation>इस सिंक ने यहाँ जो बदला उसे पूर्ववत करें</translation>
    </message>
    <message>
        <source>Undo what this run changed here?</source>
        <translation>इस सिंक ने यहाँ जो बदला, उसे पूर्ववत करें?</translation>
    </message>
    <message>
        <source>Left as they are</source>
        <translation>जैसे हैं वैसे छोड़े गए</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>पूर्ववत करें</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>ऐसा ही रहने दें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>पूर्ववत किया गया</translation>
    </message>
    <message>
        <source>{n} record is decided.</source>
        <translation>{n} रिकॉर्ड का फ़ैसला हो गया।</translation>
    </message>
    <message>
        <source>{n} records are decided.</source>
        <translation>{n} रिकॉर्ड का फ़ैसला हो गया।</translation>
    </message>
    <message>
        <source>{n} record</source>
        <translation>{n} रिकॉर्ड</translation>
    </message>
    <message>
        <source>{n} records</source>
        <translation>{n} रिकॉर्ड</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>अभी कुछ चुना नहीं गया।</translation>
    </message>
    <message>
        <source>How it was</source>
        <translation>पहले कैसा था</translation>
    </message>
    <message>
        <source>The question is then open again. This works until a sync has carried the decision on.</source>
        <translation>सवाल फिर से खुल जाएगा। यह तब तक हो सकता है जब तक किसी सिंक ने फ़ैसला आगे नहीं भेजा।</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>फ़ैसला हो गया</translation>
    </message>
    <message>
        <source>{n} decision stays</source>
        <translation>{n} फ़ैसला बना रहेगा</translation>
    </message>
    <message>
        <source>{n} decisions stay</source>
        <translation>{n} फ़ैसले बने रहेंगे</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>वापस लिया गया</translation>
    </message>
    <message>
        <source>{n} question is open again.</source>
        <translation>{n} सवाल फिर खुला है।</translation>
    </message>
    <message>
        <source>{n} questions are open again.</source>
        <translation>{n} सवाल फिर खुले हैं।</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>फ़ैसला वापस लें</translation>
    </message>
    <message>
        <source>Your rule decided this; it can't be taken back here.</source>
        <translation>यह आपके नियम ने तय किया; यहाँ वापस नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>Take it back  (Ctrl+Z)</source>
        <translation>वापस लें  (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>संदेश बंद करें</translation>
    </message>
    <message>
        <source>Nothing is lost while a record waits here: both versions are kept, and the rest goes on syncing.</source>
        <translation>यहाँ रुके रिकॉर्ड का कुछ नहीं खोता: दोनों रूप सुरक्षित हैं और बाकी सिंक होता रहता है।</translation>
    </message>
    <message>
        <source>{n} decision waits</source>
        <translation>{n} फ़ैसला बाकी</translation>
    </message>
    <message>
        <source>{n} decisions wait</source>
        <translation>{n} फ़ैसले बाकी</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>टकराव</translation>
    </message>
    <message>
        <source>Decisions that wait</source>
        <translation>बाकी फ़ैसले</translation>
    </message>
    <message>
        <source>Show decisions of one connection</source>
        <translation>एक कनेक्शन के फ़ैसले दिखाएँ</translation>
    </message>
    <message>
        <source>Show decisions of one kind of record</source>
        <translation>एक तरह के रिकॉर्ड के फ़ैसले दिखाएँ</translation>
    </message>
    <message>
        <source>All kinds of record</source>
        <translation>हर तरह के रिकॉर्ड</translation>
    </message>
    <message>
        <source>Show one kind of decision</source>
        <translation>एक तरह के फ़ैसले दिखाएँ</translation>
    </message>
    <message>
        <source>All kinds of decision</source>
        <translation>हर तरह के फ़ैसले</translation>
    </message>
    <message>
        <source>Show what waits, or what was decided</source>
        <translation>जो बाकी है या जो तय हुआ, वह दिखाएँ</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>आपके लिए रुके हैं</translation>
    </message>
    <message>
        <source>{n} decision</source>
        <translation>{n} फ़ैसला</translation>
    </message>
    <message>
        <source>{n} decisions</source>
        <translation>{n} फ़ैसले</translation>
    </message>
    <message>
        <source>{n} shown  ·  {all}</source>
        <translation>{n} दिखाए गए  ·  {all}</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>अंतर कहाँ है</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>कब से</translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>आपका कोई फ़ैसला बाकी नहीं</translation>
    </message>
    <message>
        <source>Records that were changed on both sides appear here.</source>
        <translation>दोनों तरफ़ बदले गए रिकॉर्ड यहाँ दिखते हैं।</translation>
    </message>
    <message>
        <source>Nothing was decided yet</source>
        <translation>अभी तक कुछ तय नहीं हुआ</translation>
    </message>
    <message>
        <source>What you or your rule decide about records appears here.</source>
        <translation>रिकॉर्ड के बारे में आप या आपका नियम जो तय करे, वह यहाँ दिखेगा।</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>फ़ैसला</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>{n} decision chosen</source>
        <translation>{n} फ़ैसला चुना गया</translation>
    </message>
    <message>
        <source>{n} decisions chosen</source>
        <translation>{n} फ़ैसले चुने गए</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>रिकॉर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>फ़ैसला</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>लागू करें</translation>
    </message>
    <message>
        <source>The same choice for all of a kind</source>
        <translation>एक तरह के सब के लिए एक ही चुनाव</translation>
    </message>
    <message>
        <source>Apply  (Ctrl+Enter)</source>
        <translation>लागू करें  (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Choose a decision in the list</source>
        <translation>सूची में एक फ़ैसला चुनें</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>दोनों तरफ़ बदला</translation>
    </message>
    <message>
        <source>May be one you have already</source>
        <translation>शायद आपके पास पहले से है</translation>
    </message>
    <message>
        <source>Deleted there, changed here</source>
        <translation>वहाँ हटाया, यहाँ बदला</translation>
    </message>
    <message>
        <source>by {who}, {when}</source>
        <translation>{who} द्वारा, {when}</translation>
    </message>
    <message>
        <source>{name} keeps what it has: this kind of record is only read from it.</source>
        <translation>{name} में जो है वही रहेगा: इस तरह के रिकॉर्ड वहाँ से सिर्फ़ पढ़े जाते हैं।</translation>
    </message>
    <message>
        <source>What was here was taken</source>
        <translation>यहाँ वाला लिया गया</translation>
    </message>
    <message>
        <source>What was there was taken</source>
        <translation>वहाँ वाला लिया गया</translation>
    </message>
    <message>
        <source>Chosen field by field</source>
        <translation>हर फ़ील्ड अलग से चुनी गई</translation>
    </message>
    <message>
        <source>Both sides came to the same</source>
        <translation>दोनों ओर एक जैसा हो गया</translation>
    </message>
    <message>
        <source>They are the same</source>
        <translation>दोनों एक ही हैं</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>अलग रखे गए</translation>
    </message>
    <message>
        <source>Kept, and made anew there</source>
        <translation>रखा गया, वहाँ फिर बनेगा</translation>
    </message>
    <message>
        <source>Deleted here, too</source>
        <translation>यहाँ भी हटाया गया</translation>
    </message>
    <message>
        <source>by your rule, {when}</source>
        <translation>आपके नियम से, {when}</translation>
    </message>
    <message>
        <source>{n} possible match</source>
        <translation>{n} संभावित मेल</translation>
    </message>
    <message>
        <source>{n} possible matches</source>
        <translation>{n} संभावित मेल</translation>
    </message>
    <message>
        <source>{n} field changes here.</source>
        <translation>यहाँ {n} फ़ील्ड बदलेगा।</translation>
    </message>
    <message>
        <source>{n} fields change here.</source>
        <translation>यहाँ {n} फ़ील्ड बदलेंगे।</translation>
    </message>
    <message>
        <source>{n} field changes in {name} with the next sync.</source>
        <translation>अगले सिंक से {name} में {n} फ़ील्ड बदलेगा।</translation>
    </message>
    <message>
        <source>{n} fields change in {name} with the next sync.</source>
        <translation>अगले सिंक से {name} में {n} फ़ील्ड बदलेंगे।</translation>
    </message>
    <message>
        <source>Take what is here</source>
        <translation>जो यहाँ है वही लें</translation>
    </message>
    <message>
        <source>What is here stays; the other system gets it with the next sync.</source>
        <translation>जो यहाँ है वही रहेगा; दूसरे सिस्टम को अगले सिंक से मिलेगा।</translation>
    </message>
    <message>
        <source>Take what is there</source>
        <translation>जो वहाँ है वही लें</translation>
    </message>
    <message>
        <source>What is there is taken over here.</source>
        <translation>जो वहाँ है वह यहाँ लिया जाएगा।</translation>
    </message>
    <message>
        <source>Each is linked to its one possible match.</source>
        <translation>हर एक को उसके एकमात्र संभावित मेल से जोड़ा जाएगा।</translation>
    </message>
    <message>
        <source>Keep both apart</source>
        <translation>दोनों अलग रखें</translation>
    </message>
    <message>
        <source>Each becomes a record of its own.</source>
        <translation>हर एक अपना अलग रिकॉर्ड बनेगा।</translation>
    </message>
    <message>
        <source>Keep, and make anew there</source>
        <translation>रखें, और वहाँ फिर से बनाएँ</translation>
    </message>
    <message>
        <source>They stay here and are made anew in the other system.</source>
        <translation>वे यहाँ रहेंगे और दूसरे सिस्टम में फिर से बनेंगे।</translation>
    </message>
    <message>
        <source>Delete here, too</source>
        <translation>यहाँ भी हटाएँ</translation>
    </message>
    <message>
        <source>They are marked as deleted here; they can be brought back.</source>
        <translation>यहाँ उन पर हटाए जाने का निशान लगेगा; उन्हें वापस लाया जा सकता है।</translation>
    </message>
    <message>
        <source>changed {when} by {who}</source>
        <translation>{when} {who} ने बदला</translation>
    </message>
    <message>
        <source>{n} field is still to be decided.</source>
        <translation>{n} फ़ील्ड का फ़ैसला बाकी है।</translation>
    </message>
    <message>
        <source>{n} fields are still to be decided.</source>
        <translation>{n} फ़ील्ड का फ़ैसला बाकी है।</translation>
    </message>
    <message>
        <source>seen {when}</source>
        <translation>{when} देखा गया</translation>
    </message>
    <message>
        <source>This {what} was deleted in {name}. It had been changed here since both last agreed, so it was kept here.</source>
        <translation>यह {what} {name} में हटाया गया। दोनों के पिछली बार मिलने के बाद इसे यहाँ बदला गया था, इसलिए यहाँ रखा गया है।</translation>
    </message>
    <message>
        <source>All from &amp;here</source>
        <translation>सब यहाँ से(&amp;H)</translation>
    </message>
    <message>
        <source>All from &amp;there</source>
        <translation>सब वहाँ से(&amp;T)</translation>
    </message>
    <message>
        <source>{field}, {where}: {value}</source>
        <translation>{field}, {where}: {value}</translation>
    </message>
    <message>
        <source>{field}: another value</source>
        <translation>{field}: दूसरा मान</translation>
    </message>
    <message>
        <source>{field}: type it</source>
        <translation>{field}: लिखें</translation>
    </message>
    <message>
        <source>The record that it may be is not here any more.</source>
        <translation>जिस रिकॉर्ड से यह मेल खा सकता था, वह अब यहाँ नहीं है।</translation>
    </message>
    <message>
        <source>Each stays a record of its own. You are not asked about these two again.</source>
        <translation>दोनों अलग-अलग रिकॉर्ड रहेंगे। इन दो के बारे में फिर नहीं पूछा जाएगा।</translation>
    </message>
    <message>
        <source>The one here needs another name before it can be made in {name}.</source>
        <translation>{name} में बनने से पहले यहाँ वाले को दूसरा नाम चाहिए।</translation>
    </message>
    <message>
        <source>The two become one record, here and in {name}. Where both have a value and they differ, you are asked, or your rule decides.</source>
        <translation>दोनों एक रिकॉर्ड बन जाएँगे, यहाँ और {name} में। जहाँ दोनों के मान अलग हैं, वहाँ आपसे पूछा जाएगा या आपका नियम तय करेगा।</translation>
    </message>
    <message>
        <source>It stays as it is here, and the next sync makes it anew in {name}.</source>
        <translation>यह यहाँ जैसा है वैसा रहेगा, और अगला सिंक इसे {name} में फिर से बनाएगा।</translation>
    </message>
    <message>
        <source>It is marked as deleted here. Its history stays, and it can be brought back from its page.</source>
        <translation>यहाँ इस पर हटाए जाने का निशान लगेगा। इसका इतिहास रहेगा, और इसके पन्ने से इसे वापस लाया जा सकता है।</translation>
    </message>
    <message>
        <source>Take every field from here</source>
        <translation>हर फ़ील्ड यहाँ से लें</translation>
    </message>
    <message>
        <source>Take every field from {name}</source>
        <translation>हर फ़ील्ड {name} से लें</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>दूसरा मान</translation>
    </message>
    <message>
        <source>It will be</source>
        <translation>यह होगा</translation>
    </message>
    <message>
        <source>here</source>
        <translation>यहाँ</translation>
    </message>
    <message>
        <source>Is it one of these?</source>
        <translation>क्या यह इनमें से एक है?</translation>
    </message>
    <message>
        <source>The same as “{name}”</source>
        <translation>“{name}” ही है</translation>
    </message>
    <message>
        <source>No, keep both apart</source>
        <translation>नहीं, दोनों अलग रखें</translation>
    </message>
    <message>
        <source>Keep it, and make it anew in {name}</source>
        <translation>रखें, और {name} में फिर से बनाएँ</translation>
    </message>
    <message>
        <source>Delete it here, too</source>
        <translation>यहाँ भी हटाएँ</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>हटाए</translation>
    </message>
    <message>
        <source>It stays here.</source>
        <translation>यह यहाँ रहेगा।</translation>
    </message>
    <message>
        <source>Only this one is taken, any other is refused: {fingerprint}</source>
        <translation>केवल यही माना जाता है, कोई और नहीं: {fingerprint}</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>इस प्रमाणपत्र पर भरोसा करें</translation>
    </message>
    <message>
        <source>You trust this certificate</source>
        <translation>आप इस प्रमाणपत्र पर भरोसा करते हैं</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>कनेक्शन जाँचा जा रहा है…</translation>
    </message>
    <message>
        <source>Answered in {n} ms.</source>
        <translation>{n} ms में जवाब मिला।</translation>
    </message>
    <message>
        <source>Documents that are written to {system} are booked to these. What is used most there so far comes first. Until it is chosen, documents that need it wait here.</source>
        <translation>{system} में लिखे जाने वाले दस्तावेज़ इन्हीं लेजर में दर्ज होते हैं। अब तक वहाँ सबसे ज़्यादा काम आने वाला पहले है। जब तक चुना न जाए, जिन दस्तावेज़ों को इसकी ज़रूरत है वे यहीं रुकते हैं।</translation>
    </message>
    <message>
        <source>Ledgers for writing</source>
        <translation>लिखने के लिए लेजर</translation>
    </message>
    <message>
        <source>Asking {system} for its ledgers…</source>
        <translation>{system} से उसके लेजर पूछे जा रहे हैं…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>फिर पूछें</translation>
    </message>
    <message>
        <source>Nothing has to be chosen</source>
        <translation>कुछ चुनना ज़रूरी नहीं</translation>
    </message>
    <message>
        <source>What is written there needs no ledger of its own.</source>
        <translation>वहाँ जो लिखा जाता है, उसे अलग लेजर की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>कनेक्शन बदलें</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>This connection is switched on</source>
        <translation>यह कनेक्शन चालू है</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम(&amp;N)</translation>
    </message>
    <message>
        <source>Look at the server's certificate</source>
        <translation>सर्वर का प्रमाणपत्र देखें</translation>
    </message>
    <message>
        <source>Looking at the server's certificate…</source>
        <translation>सर्वर का प्रमाणपत्र देखा जा रहा है…</translation>
    </message>
    <message>
        <source>How {name} is reached</source>
        <translation>{name} तक कैसे पहुँचा जाता है</translation>
    </message>
    <message>
        <source>Settings of the connection</source>
        <translation>कनेक्शन की सेटिंग</translation>
    </message>
    <message>
        <source>This address is not protected by a certificate</source>
        <translation>यह पता किसी प्रमाणपत्र से सुरक्षित नहीं है</translation>
    </message>
    <message>
        <source>A connection needs a name.</source>
        <translation>कनेक्शन का नाम ज़रूरी है।</translation>
    </message>
    <message>
        <source>The server shows a certificate that is trusted</source>
        <translation>सर्वर ऐसा प्रमाणपत्र दिखाता है जिस पर भरोसा है</translation>
    </message>
    <message>
        <source>Show what is typed: {what}</source>
        <translation>लिखा हुआ दिखाएँ: {what}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>कॉपी करें: {what}</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>फ़ाइल चुनें</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>ढूँढें…</translation>
    </message>
    <message>
        <source>Browse for: {what}</source>
        <translation>इसके लिए ढूँढें: {what}</translation>
    </message>
    <message>
        <source>Read from a file…</source>
        <translation>फ़ाइल से पढ़ें…</translation>
    </message>
    <message>
        <source>Read from a file: {what}</source>
        <translation>फ़ाइल से पढ़ें: {what}</translation>
    </message>
    <message>
        <source>kept; type to replace</source>
        <translation>रखा हुआ है; बदलने के लिए लिखें</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>छिपाएँ</translation>
    </message>
    <message>
        <source>{name} is too large to be read here.</source>
        <translation>{name} यहाँ पढ़ने के लिए बहुत बड़ी है।</translation>
    </message>
    <message>
        <source>{name} can't be read as a text.</source>
        <translation>{name} को पाठ की तरह नहीं पढ़ा जा सकता।</translation>
    </message>
    <message>
        <source>Look whether it is the right file and whether it is open in another program.</source>
        <translation>देखें कि यह सही फ़ाइल है या नहीं और कहीं किसी दूसरे प्रोग्राम में खुली तो नहीं।</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>और सेटिंग</translation>
    </message>
    <message>
        <source>The whole address, as in https://server:50000/b1s/v2.</source>
        <translation>पूरा पता, जैसे https://server:50000/b1s/v2।</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Way to sign in</source>
        <translation>साइन इन का तरीका</translation>
    </message>
    <message>
        <source>Open the page where this is made</source>
        <translation>वह पेज खोलें जहाँ यह बनता है</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>कम सेटिंग</translation>
    </message>
    <message>
        <source>Open the page for: {what}</source>
        <translation>इसका पेज खोलें: {what}</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>ज़रूरी</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>Connect a system</source>
        <translation>सिस्टम जोड़ें</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>अभी कुछ जुड़ा नहीं है</translation>
    </message>
    <message>
        <source>Connect a system to bring its customers, items and bills here.</source>
        <translation>कोई सिस्टम जोड़ें, ताकि उसके ग्राहक, आइटम और बिल यहाँ आएँ।</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>कनेक्शन हटाएँ</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>“{name}” हटाएँ?</translation>
    </message>
    <message>
        <source>Withdraw access</source>
        <translation>पहुँच वापस लें</translation>
    </message>
    <message>
        <source>Withdraw the access of “{name}”?</source>
        <translation>“{name}” की पहुँच वापस लें?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Show what a sync would do</source>
        <translation>दिखाएँ कि सिंक क्या करेगा</translation>
    </message>
    <message>
        <source>A trial run: nothing is written here or there; the plan can then be done exactly so</source>
        <translation>परीक्षण: न यहाँ कुछ लिखा जाता है न वहाँ; फिर योजना ठीक वैसी ही की जा सकती है</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>बदलें…</translation>
    </message>
    <message>
        <source>Sync settings…</source>
        <translation>सिंक सेटिंग…</translation>
    </message>
    <message>
        <source>What is synced, which way, and how often</source>
        <translation>क्या, किस दिशा में और कितनी बार सिंक होता है</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>फिर साइन इन करें…</translation>
    </message>
    <message>
        <source>Withdraw access…</source>
        <translation>पहुँच वापस लें…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोक कर रखें</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>हटाएँ…</translation>
    </message>
    <message>
        <source>Connect a system  (Ctrl+N)</source>
        <translation>सिस्टम जोड़ें  (Ctrl+N)</translation>
    </message>
    <message>
        <source>This version can't connect to {system} yet</source>
        <translation>यह संस्करण अभी {system} से नहीं जुड़ सकता</translation>
    </message>
    <message>
        <source>The connection is kept as it is, for a version that can.</source>
        <translation>कनेक्शन जैसा है वैसा ही रखा जाता है, उस संस्करण के लिए जो जुड़ सके।</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>No automatic sync until tomorrow 8 o'clock</source>
        <translation>कल सुबह 8 बजे तक अपने आप सिंक नहीं</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>पहुँच</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>लाइसेंस</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>कंपनी</translation>
    </message>
    <message>
        <source>Sample read</source>
        <translation>नमूना पढ़ना</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>लॉगिन</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>अनुमति</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>प्रमाणपत्र</translation>
    </message>
    <message>
        <source>Goes: {parts}.
Stays: {stays} in SalesMate Sync, and nothing in {system} is touched.
Connecting the same books again later finds their records by number, GSTIN and name.</source>
        <translation>हटेगा: {parts}।
रहेगा: SalesMate Sync में {stays}, और {system} में कुछ नहीं छुआ जाता।
वही बही बाद में फिर जोड़ने पर उसके रिकॉर्ड नंबर, GSTIN और नाम से मिल जाते हैं।</translation>
    </message>
    <message>
        <source>{system} is told that SalesMate Sync may not get in any more, and the login stored here is deleted. Nothing syncs over “{name}” until somebody signs in again. Records, links and settings stay as they are.</source>
        <translation>{system} को बताया जाता है कि SalesMate Sync अब अंदर नहीं आ सकता, और यहाँ रखा लॉगिन मिटा दिया जाता है। जब तक कोई फिर साइन इन न करे, “{name}” से कुछ सिंक नहीं होता। रिकॉर्ड, लिंक और सेटिंग जैसे हैं वैसे रहते हैं।</translation>
    </message>
    <message>
        <source>{system} lets only so many questions through: it goes on by itself {time}.</source>
        <translation>{system} एक सीमा तक ही सवाल लेता है: काम अपने आप {time} आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>has ended: sign in again</source>
        <translation>समाप्त हो गया: फिर साइन इन करें</translation>
    </message>
    <message>
        <source>nobody has signed in yet</source>
        <translation>अभी तक किसी ने साइन इन नहीं किया</translation>
    </message>
    <message>
        <source>good until {time}</source>
        <translation>{time} तक मान्य</translation>
    </message>
    <message>
        <source>good until it is withdrawn</source>
        <translation>वापस लिए जाने तक मान्य</translation>
    </message>
    <message>
        <source>Nobody vouches for this server's certificate</source>
        <translation>इस सर्वर के प्रमाणपत्र की कोई गवाही नहीं देता</translation>
    </message>
    <message>
        <source>That is usual for a server in your own office. Compare the fingerprint with the one that the person who looks after the server reads there; trust it only when they are the same. Your password was not sent.</source>
        <translation>आपके अपने दफ़्तर के सर्वर के लिए यह आम बात है। फ़िंगरप्रिंट की तुलना उससे करें जो सर्वर सँभालने वाले को वहाँ दिखता है; दोनों एक हों तभी भरोसा करें। आपका पासवर्ड नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>अभी कुछ नहीं</translation>
    </message>
    <message>
        <source>{value}   (used {n} time)</source>
        <translation>{value}   ({n} बार इस्तेमाल)</translation>
    </message>
    <message>
        <source>{value}   (used {n} times)</source>
        <translation>{value}   ({n} बार इस्तेमाल)</translation>
    </message>
    <message>
        <source>{n} record stays</source>
        <translation>{n} रिकॉर्ड रहेगा</translation>
    </message>
    <message>
        <source>{n} records stay</source>
        <translation>{n} रिकॉर्ड रहेंगे</translation>
    </message>
    <message>
        <source>Your records stay</source>
        <translation>आपके रिकॉर्ड रहेंगे</translation>
    </message>
    <message>
        <source>this connection with its settings and stored passwords</source>
        <translation>यह कनेक्शन, उसकी सेटिंग और रखे हुए पासवर्ड</translation>
    </message>
    <message>
        <source>its link of {n} record to {system}</source>
        <translation>{system} से {n} रिकॉर्ड का लिंक</translation>
    </message>
    <message>
        <source>its links of {n} records to {system}</source>
        <translation>{system} से {n} रिकॉर्ड के लिंक</translation>
    </message>
    <message>
        <source>the mapping of {n} kind of record</source>
        <translation>{n} तरह के रिकॉर्ड की मैपिंग</translation>
    </message>
    <message>
        <source>the mappings of {n} kinds of record</source>
        <translation>{n} तरह के रिकॉर्ड की मैपिंग</translation>
    </message>
    <message>
        <source>the history of {n} run</source>
        <translation>{n} सिंक का इतिहास</translation>
    </message>
    <message>
        <source>the history of {n} runs</source>
        <translation>{n} सिंक का इतिहास</translation>
    </message>
    <message>
        <source>Syncs</source>
        <translation>सिंक होता है</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>कितनी बार</translation>
    </message>
    <message>
        <source>Last good sync</source>
        <translation>पिछला सफल सिंक</translation>
    </message>
    <message>
        <source>The server shows another certificate than the one you trusted</source>
        <translation>सर्वर उससे अलग प्रमाणपत्र दिखाता है जिस पर आपने भरोसा किया था</translation>
    </message>
    <message>
        <source>Trusted so far: {before}
Shown now: {now}
Ask whoever looks after the server whether it was renewed. If nobody knows of that, do not trust it.</source>
        <translation>अब तक भरोसा: {before}
अब दिखाया गया: {now}
सर्वर सँभालने वाले से पूछें कि क्या उसे नया बनाया गया है। अगर किसी को पता न हो, तो उस पर भरोसा न करें।</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>मालिक</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>बनाने वाला</translation>
    </message>
    <message>
        <source>For</source>
        <translation>किसके लिए</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>मान्य</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>फ़िंगरप्रिंट</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>अभी नहीं चुना</translation>
    </message>
    <message>
        <source>Needed before anything is written</source>
        <translation>लिखने से पहले ज़रूरी</translation>
    </message>
    <message>
        <source>May be left open</source>
        <translation>खाली छोड़ा जा सकता है</translation>
    </message>
    <message>
        <source>{n} decision that waits for you</source>
        <translation>आपके इंतज़ार में {n} फ़ैसला</translation>
    </message>
    <message>
        <source>{n} decisions that wait for you</source>
        <translation>आपके इंतज़ार में {n} फ़ैसले</translation>
    </message>
    <message>
        <source>the note of {n} record that failed</source>
        <translation>{n} विफल रिकॉर्ड की जानकारी</translation>
    </message>
    <message>
        <source>the notes of {n} records that failed</source>
        <translation>{n} विफल रिकॉर्ड की जानकारी</translation>
    </message>
    <message>
        <source>{n} webhook</source>
        <translation>{n} वेबहुक</translation>
    </message>
    <message>
        <source>{n} webhooks</source>
        <translation>{n} वेबहुक</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>डेटा फ़ोल्डर</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>साइन-इन</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>प्रोग्राम</translation>
    </message>
    <message>
        <source>at {times}</source>
        <translation>{times} बजे</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>शांत घंटे</translation>
    </message>
    <message>
        <source>never</source>
        <translation>कभी नहीं</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>खुद</translation>
    </message>
    <message>
        <source>no name in particular</source>
        <translation>कोई खास नाम नहीं</translation>
    </message>
    <message>
        <source>{value}   (not there any more)</source>
        <translation>{value}   (अब वहाँ नहीं है)</translation>
    </message>
    <message>
        <source>Suggested: see whether it is right.</source>
        <translation>सुझाव है: देख लें कि सही है या नहीं।</translation>
    </message>
    <message>
        <source>Nothing is needed</source>
        <translation>कुछ नहीं चाहिए</translation>
    </message>
    <message>
        <source>A key</source>
        <translation>एक कुंजी</translation>
    </message>
    <message>
        <source>Sign in in the browser</source>
        <translation>ब्राउज़र में साइन इन</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>उपयोगकर्ता और पासवर्ड</translation>
    </message>
    <message>
        <source>A certificate of our own</source>
        <translation>अपना प्रमाणपत्र</translation>
    </message>
    <message>
        <source>Wait for an answer (seconds)</source>
        <translation>जवाब का इंतज़ार (सेकंड)</translation>
    </message>
    <message>
        <source>How long we wait for Tally before saying that it does not answer.</source>
        <translation>Tally का कितनी देर इंतज़ार करें, इससे पहले कि कहें कि वह जवाब नहीं देता।</translation>
    </message>
    <message>
        <source>Vouchers from</source>
        <translation>इस तारीख से वाउचर</translation>
    </message>
    <message>
        <source>The earliest voucher date to sync; empty for the whole book.</source>
        <translation>सिंक के लिए सबसे पहली वाउचर तारीख; पूरी बही के लिए खाली छोड़ें।</translation>
    </message>
    <message>
        <source>File of events</source>
        <translation>घटनाओं की फ़ाइल</translation>
    </message>
    <message>
        <source>Where the add-on in this Tally writes what was saved, cancelled or deleted (docs/webhooks-tally.md).</source>
        <translation>जहाँ इस Tally का ऐड-ऑन लिखता है कि क्या सहेजा, रद्द या मिटाया गया (docs/webhooks-tally.md)।</translation>
    </message>
    <message>
        <source>{what} is missing.</source>
        <translation>{what} नहीं भरा है।</translation>
    </message>
    <message>
        <source>Waiting for the sign-in</source>
        <translation>साइन-इन का इंतज़ार</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>इंतज़ार रोकें</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>ब्राउज़र खोलें</translation>
    </message>
    <message>
        <source>Copy the address of the sign-in</source>
        <translation>साइन-इन का पता कॉपी करें</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>वापसी का पता</translation>
    </message>
    <message>
        <source>Address that the browser shows after the sign-in</source>
        <translation>साइन-इन के बाद ब्राउज़र जो पता दिखाता है</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>यह पता लें</translation>
    </message>
    <message>
        <source>{system} must know this address of your program there: copy it to where the keys are made.</source>
        <translation>{system} को वहाँ आपके प्रोग्राम का यह पता मालूम होना चाहिए: इसे वहाँ कॉपी करें जहाँ कुंजियाँ बनती हैं।</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>तैयारी हो रही है…</translation>
    </message>
    <message>
        <source>Sign in to {system}</source>
        <translation>{system} में साइन इन करें</translation>
    </message>
    <message>
        <source>The browser opens its page. Sign in there, and agree that SalesMate Sync may read and write.</source>
        <translation>ब्राउज़र उसका पेज खोलता है। वहाँ साइन इन करें और SalesMate Sync को पढ़ने और लिखने की अनुमति दें।</translation>
    </message>
    <message>
        <source>Waiting for you to sign in…</source>
        <translation>आपके साइन इन करने का इंतज़ार है…</translation>
    </message>
    <message>
        <source>Go on in the browser. This takes note by itself when you are back, for 15 minutes.</source>
        <translation>ब्राउज़र में आगे बढ़ें। आपके लौटने पर यहाँ अपने आप पता चल जाता है, 15 मिनट तक।</translation>
    </message>
    <message>
        <source>Nobody was signed in, and what the browser may still send is refused.</source>
        <translation>कोई साइन इन नहीं हुआ, और ब्राउज़र अब जो भी भेजे, वह नहीं लिया जाएगा।</translation>
    </message>
    <message>
        <source>The time for signing in is over</source>
        <translation>साइन इन का समय समाप्त हो गया</translation>
    </message>
    <message>
        <source>Nothing was stored. Begin again when you are ready.</source>
        <translation>कुछ नहीं रखा गया। जब तैयार हों, फिर शुरू करें।</translation>
    </message>
    <message>
        <source>Asking {system} whether that is right…</source>
        <translation>{system} से पूछा जा रहा है कि यह सही है या नहीं…</translation>
    </message>
    <message>
        <source>You are signed in to {system}</source>
        <translation>आप {system} में साइन इन हैं</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>फिर साइन इन करें</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>फिर शुरू करें</translation>
    </message>
    <message>
        <source>For a browser of your choice, or on another computer</source>
        <translation>अपनी पसंद के ब्राउज़र या दूसरे कंप्यूटर के लिए</translation>
    </message>
    <message>
        <source>Only if this page does not go on by itself: copy the whole address that the browser shows at the end.</source>
        <translation>केवल तब, जब यह पेज अपने आप आगे न बढ़े: अंत में ब्राउज़र जो पूरा पता दिखाए, उसे कॉपी करें।</translation>
    </message>
    <message>
        <source>The browser ends on a page that may show an error: that does not matter. Copy its whole address.</source>
        <translation>ब्राउज़र अंत में ऐसे पेज पर पहुँचता है जिस पर गड़बड़ी दिख सकती है: इससे फ़र्क नहीं पड़ता। उसका पूरा पता कॉपी करें।</translation>
    </message>
    <message>
        <source>No browser could be opened</source>
        <translation>कोई ब्राउज़र नहीं खुल सका</translation>
    </message>
    <message>
        <source>Copy the address of the sign-in, and open it in a browser yourself.</source>
        <translation>साइन-इन का पता कॉपी करें और उसे खुद किसी ब्राउज़र में खोलें।</translation>
    </message>
    <message>
        <source>Sign in again: {name}</source>
        <translation>फिर साइन इन करें: {name}</translation>
    </message>
    <message>
        <source>Paste the address here</source>
        <translation>पता यहाँ चिपकाएँ</translation>
    </message>
    <message>
        <source>09:00, 13:00, 18:00 (instead of an interval)</source>
        <translation>09:00, 13:00, 18:00 (अंतराल के बदले)</translation>
    </message>
    <message>
        <source>22:00 – 07:00: nothing syncs by itself then</source>
        <translation>22:00 – 07:00: तब कुछ भी अपने आप सिंक नहीं होता</translation>
    </message>
    <message>
        <source>Sync settings</source>
        <translation>सिंक सेटिंग</translation>
    </message>
    <message>
        <source>&amp;How often</source>
        <translation>कितनी बार(&amp;H)</translation>
    </message>
    <message>
        <source>At these &amp;times</source>
        <translation>इन समयों पर (&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>शांत घंटे (&amp;Q)</translation>
    </message>
    <message>
        <source>Changed on &amp;both sides</source>
        <translation>दोनों तरफ़ बदला(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Deleted on one side</source>
        <translation>एक तरफ़ हटाया(&amp;D)</translation>
    </message>
    <message>
        <source>Ledgers for writing…</source>
        <translation>लिखने के लिए लेजर…</translation>
    </message>
    <message>
        <source>What {name} syncs</source>
        <translation>{name} क्या सिंक करता है</translation>
    </message>
    <message>
        <source>At these times</source>
        <translation>इन समयों पर</translation>
    </message>
    <message>
        <source>Deleted on one side</source>
        <translation>एक तरफ़ हटाया</translation>
    </message>
    <message>
        <source>What is synced, and which way</source>
        <translation>क्या सिंक हो, और किस दिशा में</translation>
    </message>
    <message>
        <source>CSV and Excel files (*.csv *.txt *.tsv *.xlsx *.xlsm)</source>
        <translation>CSV और Excel फ़ाइलें (*.csv *.txt *.tsv *.xlsx *.xlsm)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Excel file (*.xlsx)</source>
        <translation>Excel फ़ाइल (*.xlsx)</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>जन</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>फ़र</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>मार्च</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>अप्रै</translation>
    </message>
    <message>
        <source>May</source>
        <translation>मई</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>जून</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>जुल</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>अग</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>सित</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>अक्टू</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>नव</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>दिस</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} घं {m} मि</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>हर मिनट</translation>
    </message>
    <message>
        <source>every {n} minutes</source>
        <translation>हर {n} मिनट</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>अभी-अभी</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>{n} मिनट पहले</translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation>आज {clock}</translation>
    </message>
    <message>
        <source>yesterday {clock}</source>
        <translation>कल {clock}</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>कुछ ही क्षण में</translation>
    </message>
    <message>
        <source>in {n} min</source>
        <translation>{n} मिनट में</translation>
    </message>
    <message>
        <source>at {clock}</source>
        <translation>{clock} बजे</translation>
    </message>
    <message>
        <source>tomorrow {clock}</source>
        <translation>आने वाले कल {clock}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} से</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m} मि {s} से</translation>
    </message>
    <message>
        <source>only when asked</source>
        <translation>सिर्फ़ कहने पर</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>हर दिन</translation>
    </message>
    <message>
        <source>every {n} days</source>
        <translation>हर {n} दिन</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>हर घंटे</translation>
    </message>
    <message>
        <source>every {n} hours</source>
        <translation>हर {n} घंटे</translation>
    </message>
    <message>
        <source>{n} line</source>
        <translation>{n} पंक्ति</translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation>{n} पंक्तियाँ</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>No</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>मार्गदर्शिका</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>पीछे</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>मार्गदर्शिका की विषय-सूची</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>मार्गदर्शिका में खोजें</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>कुछ नहीं मिला</translation>
    </message>
    <message>
        <source>The demo company opens in a window of its own</source>
        <translation>डेमो कंपनी अलग विंडो में खुल रही है</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>इसमें कुछ सेकंड लगते हैं।</translation>
    </message>
    <message>
        <source>The demo could not be started</source>
        <translation>डेमो शुरू नहीं हो सका</translation>
    </message>
    <message>
        <source>SalesMate Sync goes on syncing</source>
        <translation>SalesMate Sync सिंक करता रहेगा</translation>
    </message>
    <message>
        <source>Closing the window only makes it small. Ctrl+Q ends the program; Settings changes this.</source>
        <translation>विंडो बंद करने से वह सिर्फ़ छोटी होती है। Ctrl+Q से प्रोग्राम बंद होता है; सेटिंग में इसे बदल सकते हैं।</translation>
    </message>
    <message>
        <source>unlink {field}</source>
        <translation>{field} का लिंक हटाना</translation>
    </message>
    <message>
        <source>{field} is not linked any more. Undo takes it back.</source>
        <translation>{field} अब लिंक नहीं है। “पूर्ववत करें” से लिंक लौट आता है।</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>क्या किया जा सकता है</translation>
    </message>
    <message>
        <source>This field is not linked. Press Enter to choose one for it.</source>
        <translation>यह फ़ील्ड लिंक नहीं है। इसके लिए दूसरा फ़ील्ड चुनने को Enter दबाएँ।</translation>
    </message>
    <message>
        <source>&amp;Link to…</source>
        <translation>लिंक करें(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Go to the other end</source>
        <translation>दूसरे सिरे पर जाएँ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Settings of the link</source>
        <translation>लिंक की सेटिंग(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>लिंक हटाएँ(&amp;U)</translation>
    </message>
    <message>
        <source>Go to the &amp;left end</source>
        <translation>बाएँ सिरे पर जाएँ(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the &amp;right end</source>
        <translation>दाएँ सिरे पर जाएँ(&amp;R)</translation>
    </message>
    <message>
        <source>Drag it to another place</source>
        <translation>दूसरी जगह खींचें</translation>
    </message>
    <message>
        <source>Move up: {what}</source>
        <translation>ऊपर ले जाएँ: {what}</translation>
    </message>
    <message>
        <source>Move up  (Alt+Up)</source>
        <translation>ऊपर ले जाएँ  (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down: {what}</source>
        <translation>नीचे ले जाएँ: {what}</translation>
    </message>
    <message>
        <source>Move down  (Alt+Down)</source>
        <translation>नीचे ले जाएँ  (Alt+Down)</translation>
    </message>
    <message>
        <source>Remove: {what}</source>
        <translation>हटाएँ: {what}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>open</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>ठीक बैठता है</translation>
    </message>
    <message>
        <source>link {ours}</source>
        <translation>{ours} लिंक करना</translation>
    </message>
    <message>
        <source>needs a transform</source>
        <translation>रूपांतर चाहिए</translation>
    </message>
    <message>
        <source>{fit}, replaces a link</source>
        <translation>{fit}, एक लिंक की जगह लेगा</translation>
    </message>
    <message>
        <source>{ours} is linked with {theirs}.</source>
        <translation>{ours} अब {theirs} से लिंक है।</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>ठीक नहीं बैठता</translation>
    </message>
    <message>
        <source>linked with it</source>
        <translation>इससे लिंक है</translation>
    </message>
    <message>
        <source>These two are linked already.</source>
        <translation>ये दोनों पहले से लिंक हैं।</translation>
    </message>
    <message>
        <source>needs: {transform}</source>
        <translation>चाहिए: {transform}</translation>
    </message>
    <message>
        <source>“{transform}” was put in between.</source>
        <translation>बीच में “{transform}” लगाया गया।</translation>
    </message>
    <message>
        <source>Undo takes it back.</source>
        <translation>“पूर्ववत करें” से यह वापस हो जाता है।</translation>
    </message>
    <message>
        <source>The link of {ours} with {theirs} is gone.</source>
        <translation>{theirs} से {ours} का लिंक हट गया।</translation>
    </message>
    <message>
        <source>Choose a transform in its settings: the two kinds differ.</source>
        <translation>इसकी सेटिंग में रूपांतर चुनें: दोनों के प्रकार अलग हैं।</translation>
    </message>
    <message>
        <source>It takes the place of the link with {field}.</source>
        <translation>यह {field} के साथ वाले लिंक की जगह लेगा।</translation>
    </message>
    <message>
        <source>Done one after the other, from {system} to here, and undone on the way back.</source>
        <translation>एक के बाद एक, {system} से यहाँ तक; वापसी में पलटे जाते हैं।</translation>
    </message>
    <message>
        <source>The steps give: {found}. {field} needs: {wanted}.</source>
        <translation>चरणों का परिणाम: {found}। {field} को चाहिए: {wanted}।</translation>
    </message>
    <message>
        <source>{n} step</source>
        <translation>{n} चरण</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} चरण</translation>
    </message>
    <message>
        <source>remove “{title}”</source>
        <translation>“{title}” हटाना</translation>
    </message>
    <message>
        <source>add “{title}”</source>
        <translation>“{title}” जोड़ना</translation>
    </message>
    <message>
        <source>Find it by</source>
        <translation>इससे खोजें</translation>
    </message>
    <message>
        <source>Add a transform</source>
        <translation>रूपांतर जोड़ें</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>टेम्पलेट</translation>
    </message>
    <message>
        <source>Done one after the other, from here to {system}.</source>
        <translation>एक के बाद एक, यहाँ से {system} तक।</translation>
    </message>
    <message>
        <source>Done one after the other, from {system} to here.</source>
        <translation>एक के बाद एक, {system} से यहाँ तक।</translation>
    </message>
    <message>
        <source>Find the {what} by</source>
        <translation>{what} को इससे खोजें</translation>
    </message>
    <message>
        <source>Add “{title}”</source>
        <translation>“{title}” जोड़ें</translation>
    </message>
    <message>
        <source>from a template</source>
        <translation>टेम्पलेट से</translation>
    </message>
    <message>
        <source>“{name}” is saved as a template. Other links can use it now.</source>
        <translation>“{name}” टेम्पलेट के रूप में सहेजा गया। अब दूसरे लिंक भी इसे इस्तेमाल कर सकते हैं।</translation>
    </message>
    <message>
        <source>What {system} itself uses</source>
        <translation>जो {system} खुद इस्तेमाल करता है</translation>
    </message>
    <message>
        <source>found by {field}</source>
        <translation>{field} से मिलता है</translation>
    </message>
    <message>
        <source>taken as it is</source>
        <translation>जैसा है वैसा लिया जाता है</translation>
    </message>
    <message>
        <source>order of the transforms</source>
        <translation>रूपांतरों का क्रम</translation>
    </message>
    <message>
        <source>use a template</source>
        <translation>टेम्पलेट इस्तेमाल करना</translation>
    </message>
    <message>
        <source>copy the template's steps</source>
        <translation>टेम्पलेट के चरण कॉपी करना</translation>
    </message>
    <message>
        <source>without the template</source>
        <translation>बिना टेम्पलेट</translation>
    </message>
    <message>
        <source>Put a transform between</source>
        <translation>बीच में रूपांतर लगाएँ</translation>
    </message>
    <message>
        <source>find it by</source>
        <translation>इससे खोजना</translation>
    </message>
    <message>
        <source>{field} is read only in {system} anyway.</source>
        <translation>{field} {system} में वैसे भी सिर्फ़ पढ़ने के लिए है।</translation>
    </message>
    <message>
        <source>It is read from {system}, and never sent there.</source>
        <translation>यह {system} से पढ़ा जाता है, वहाँ कभी नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>ज़रूरी</translation>
    </message>
    <message>
        <source>A record without it is not sent.</source>
        <translation>इसके बिना रिकॉर्ड नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>Don't change it there</source>
        <translation>वहाँ न बदलें</translation>
    </message>
    <message>
        <source>Nothing is sent to {system} at present: this is only read.</source>
        <translation>अभी {system} को कुछ नहीं भेजा जाता: यह सिर्फ़ पढ़ा जाता है।</translation>
    </message>
    <message>
        <source>Used here when there is nothing there.</source>
        <translation>जब वहाँ कुछ न हो, तब यहाँ यही लगता है।</translation>
    </message>
    <message>
        <source>direction of {ours}</source>
        <translation>{ours} की दिशा</translation>
    </message>
    <message>
        <source>The transforms were made for the other way: look at them, they can't be turned round by themselves.</source>
        <translation>ये रूपांतर दूसरी दिशा के लिए बने थे: इन्हें देख लें, ये अपने आप नहीं पलटते।</translation>
    </message>
    <message>
        <source>default of {ours}</source>
        <translation>{ours} का डिफ़ॉल्ट मान</translation>
    </message>
    <message>
        <source>Default value</source>
        <translation>डिफ़ॉल्ट मान</translation>
    </message>
    <message>
        <source>required</source>
        <translation>ज़रूरी</translation>
    </message>
    <message>
        <source>not changed there</source>
        <translation>वहाँ नहीं बदलता</translation>
    </message>
    <message>
        <source>otherwise {value}</source>
        <translation>नहीं तो {value}</translation>
    </message>
    <message>
        <source>{what}: {ours}</source>
        <translation>{what}: {ours}</translation>
    </message>
    <message>
        <source>There is no record to show yet.</source>
        <translation>दिखाने के लिए अभी कोई रिकॉर्ड नहीं है।</translation>
    </message>
    <message>
        <source>Search fields</source>
        <translation>फ़ील्ड खोजें</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>बिना लिंक</translation>
    </message>
    <message>
        <source>Show all fields</source>
        <translation>सभी फ़ील्ड दिखाएँ</translation>
    </message>
    <message>
        <source>SalesMate (here)</source>
        <translation>SalesMate (यहाँ)</translation>
    </message>
    <message>
        <source>Fields of {side}</source>
        <translation>{side} के फ़ील्ड</translation>
    </message>
    <message>
        <source>Search the fields of {side}</source>
        <translation>{side} के फ़ील्ड खोजें</translation>
    </message>
    <message>
        <source>Show only the fields of {side} that are not linked</source>
        <translation>{side} के सिर्फ़ वे फ़ील्ड दिखाएँ जो लिंक नहीं हैं</translation>
    </message>
    <message>
        <source>Show only the fields that are not linked</source>
        <translation>सिर्फ़ वे फ़ील्ड दिखाएँ जो लिंक नहीं हैं</translation>
    </message>
    <message>
        <source>No field is called “{text}”.</source>
        <translation>“{text}” नाम का कोई फ़ील्ड नहीं है।</translation>
    </message>
    <message>
        <source>Everything is linked</source>
        <translation>सब लिंक हैं</translation>
    </message>
    <message>
        <source>No fields</source>
        <translation>कोई फ़ील्ड नहीं</translation>
    </message>
    <message>
        <source>It offers no fields for this kind of record.</source>
        <translation>इस तरह के रिकॉर्ड के लिए वहाँ कोई फ़ील्ड नहीं है।</translation>
    </message>
    <message>
        <source>text</source>
        <translation>टेक्स्ट</translation>
    </message>
    <message>
        <source>number</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>हाँ या नहीं</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>विकल्प</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>पंक्तियाँ</translation>
    </message>
    <message>
        <source>{theirs} and {ours} differ: a transform has to stand between them.</source>
        <translation>{theirs} और {ours} अलग प्रकार हैं: बीच में रूपांतर चाहिए।</translation>
    </message>
    <message>
        <source>A list of lines can only be linked with a list of lines.</source>
        <translation>पंक्तियों की सूची सिर्फ़ पंक्तियों की सूची से लिंक हो सकती है।</translation>
    </message>
    <message>
        <source>A field of a line can only be linked with a field of a line.</source>
        <translation>पंक्ति का फ़ील्ड सिर्फ़ पंक्ति के फ़ील्ड से लिंक हो सकता है।</translation>
    </message>
    <message>
        <source>Neither side can be changed through this link: both fields are read only.</source>
        <translation>इस लिंक से कोई भी तरफ़ नहीं बदली जा सकती: दोनों फ़ील्ड सिर्फ़ पढ़ने के लिए हैं।</translation>
    </message>
    <message>
        <source>{ours} is linked with {theirs}: fields of its lines go there.</source>
        <translation>{ours}, {theirs} से लिंक है: इसकी पंक्तियों के फ़ील्ड वहीं जाते हैं।</translation>
    </message>
    <message>
        <source>{field} is picked up: choose its field on the other side and press Enter, or put it down with Esc.</source>
        <translation>{field} उठाया गया: दूसरी तरफ़ इसका फ़ील्ड चुनकर Enter दबाएँ, या Esc से छोड़ दें।</translation>
    </message>
    <message>
        <source>In place of {field}</source>
        <translation>{field} की जगह</translation>
    </message>
    <message>
        <source>Version {version}. When the template is changed, this link changes with it.</source>
        <translation>संस्करण {version}। टेम्पलेट बदलने पर यह लिंक भी बदलता है।</translation>
    </message>
    <message>
        <source>Other links can use these steps then. This link goes on with its own.</source>
        <translation>तब दूसरे लिंक भी ये चरण इस्तेमाल कर सकते हैं। यह लिंक अपने ही चरणों से चलता है।</translation>
    </message>
    <message>
        <source>Copy its steps into this link</source>
        <translation>इसके चरण इस लिंक में कॉपी करें</translation>
    </message>
    <message>
        <source>Don't use it</source>
        <translation>इसे इस्तेमाल न करें</translation>
    </message>
    <message>
        <source>Reading the template …</source>
        <translation>टेम्पलेट पढ़ा जा रहा है …</translation>
    </message>
    <message>
        <source>The template can't be read</source>
        <translation>टेम्पलेट पढ़ा नहीं जा सका</translation>
    </message>
    <message>
        <source>Reading the templates …</source>
        <translation>टेम्पलेट पढ़े जा रहे हैं …</translation>
    </message>
    <message>
        <source>Use a template</source>
        <translation>टेम्पलेट इस्तेमाल करें</translation>
    </message>
    <message>
        <source>Save these steps as a template …</source>
        <translation>ये चरण टेम्पलेट के रूप में सहेजें …</translation>
    </message>
    <message>
        <source>Save these steps as a template</source>
        <translation>ये चरण टेम्पलेट के रूप में सहेजें</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>टेम्पलेट का नाम</translation>
    </message>
    <message>
        <source>For instance: telephone number of India</source>
        <translation>जैसे: भारत का टेलीफ़ोन नंबर</translation>
    </message>
    <message>
        <source>There is no template for one field yet</source>
        <translation>अभी एक फ़ील्ड का कोई टेम्पलेट नहीं है</translation>
    </message>
    <message>
        <source>to the nearest, half goes up (2.5 → 3)</source>
        <translation>निकटतम, आधा ऊपर (2.5 → 3)</translation>
    </message>
    <message>
        <source>to the nearest, half goes to the even one (2.5 → 2)</source>
        <translation>निकटतम, आधा सम की ओर (2.5 → 2)</translation>
    </message>
    <message>
        <source>away from zero (2.1 → 3)</source>
        <translation>शून्य से दूर (2.1 → 3)</translation>
    </message>
    <message>
        <source>towards zero (2.9 → 2)</source>
        <translation>शून्य की ओर (2.9 → 2)</translation>
    </message>
    <message>
        <source>none: 100000</source>
        <translation>कोई नहीं: 100000</translation>
    </message>
    <message>
        <source>lakhs and crores: 1,00,000</source>
        <translation>लाख और करोड़: 1,00,000</translation>
    </message>
    <message>
        <source>thousands: 100,000</source>
        <translation>हज़ार: 100,000</translation>
    </message>
    <message>
        <source>a point: 1.50</source>
        <translation>दशमलव बिंदु: 1.50</translation>
    </message>
    <message>
        <source>a comma: 1,50</source>
        <translation>कॉमा: 1,50</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>जैसा है वैसा छोड़ें</translation>
    </message>
    <message>
        <source>refuse it, and say so</source>
        <translation>अस्वीकार करें, और बताएँ</translation>
    </message>
    <message>
        <source>replace what was found</source>
        <translation>जो मिला उसे बदलें</translation>
    </message>
    <message>
        <source>keep only what was found</source>
        <translation>जो मिला सिर्फ़ वही रखें</translation>
    </message>
    <message>
        <source>on the left</source>
        <translation>बाईं ओर</translation>
    </message>
    <message>
        <source>on the right</source>
        <translation>दाईं ओर</translation>
    </message>
    <message>
        <source>when there is nothing, or an empty text</source>
        <translation>जब कुछ न हो या टेक्स्ट खाली हो</translation>
    </message>
    <message>
        <source>when there is nothing</source>
        <translation>जब कुछ न हो</translation>
    </message>
    <message>
        <source>when there is an empty text</source>
        <translation>जब टेक्स्ट खाली हो</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>टेक्स्ट</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>milligram</source>
        <translation>मिलीग्राम</translation>
    </message>
    <message>
        <source>gram</source>
        <translation>ग्राम</translation>
    </message>
    <message>
        <source>kilogram</source>
        <translation>किलोग्राम</translation>
    </message>
    <message>
        <source>quintal</source>
        <translation>क्विंटल</translation>
    </message>
    <message>
        <source>tonne</source>
        <translation>टन</translation>
    </message>
    <message>
        <source>millimetre</source>
        <translation>मिलीमीटर</translation>
    </message>
    <message>
        <source>centimetre</source>
        <translation>सेंटीमीटर</translation>
    </message>
    <message>
        <source>metre</source>
        <translation>मीटर</translation>
    </message>
    <message>
        <source>kilometre</source>
        <translation>किलोमीटर</translation>
    </message>
    <message>
        <source>millilitre</source>
        <translation>मिलीलीटर</translation>
    </message>
    <message>
        <source>litre</source>
        <translation>लीटर</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>नग</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>जोड़ी</translation>
    </message>
    <message>
        <source>dozen</source>
        <translation>दर्जन</translation>
    </message>
    <message>
        <source>gross</source>
        <translation>ग्रोस</translation>
    </message>
    <message>
        <source>paise</source>
        <translation>पैसे</translation>
    </message>
    <message>
        <source>rupee</source>
        <translation>रुपया</translation>
    </message>
    <message>
        <source>lakh</source>
        <translation>लाख</translation>
    </message>
    <message>
        <source>crore</source>
        <translation>करोड़</translation>
    </message>
    <message>
        <source>India (+91)</source>
        <translation>भारत (+91)</translation>
    </message>
    <message>
        <source>United Arab Emirates (+971)</source>
        <translation>संयुक्त अरब अमीरात (+971)</translation>
    </message>
    <message>
        <source>Australia (+61)</source>
        <translation>ऑस्ट्रेलिया (+61)</translation>
    </message>
    <message>
        <source>Bangladesh (+880)</source>
        <translation>बांग्लादेश (+880)</translation>
    </message>
    <message>
        <source>United Kingdom (+44)</source>
        <translation>ब्रिटेन (+44)</translation>
    </message>
    <message>
        <source>Sri Lanka (+94)</source>
        <translation>श्रीलंका (+94)</translation>
    </message>
    <message>
        <source>Nepal (+977)</source>
        <translation>नेपाल (+977)</translation>
    </message>
    <message>
        <source>Singapore (+65)</source>
        <translation>सिंगापुर (+65)</translation>
    </message>
    <message>
        <source>United States (+1)</source>
        <translation>अमेरिका (+1)</translation>
    </message>
    <message>
        <source>[0-9]+ is a number, [A-Z]+ are capitals, . is any letter; brackets ( ) mark a group.</source>
        <translation>[0-9]+ संख्या है, [A-Z]+ बड़े अक्षर हैं, . कोई भी अक्षर है; कोष्ठक ( ) एक समूह बनाते हैं।</translation>
    </message>
    <message>
        <source>\1 puts in what the first group found.</source>
        <translation>\1 वह डालता है जो पहले समूह को मिला।</translation>
    </message>
    <message>
        <source>For the whole text: [0-9]{6} is six figures, [A-Z]{3}-[0-9]+ fits “INV-42”.</source>
        <translation>पूरे टेक्स्ट के लिए: [0-9]{6} छह अंक हैं, [A-Z]{3}-[0-9]+ “INV-42” पर बैठता है।</translation>
    </message>
    <message>
        <source>{value} is this field's value.</source>
        <translation>{value} इस फ़ील्ड का मान है।</translation>
    </message>
    <message>
        <source>line break</source>
        <translation>नई पंक्ति</translation>
    </message>
    <message>
        <source>space</source>
        <translation>खाली जगह</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>टैब</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>कॉमा</translation>
    </message>
    <message>
        <source>comma and space</source>
        <translation>कॉमा और खाली जगह</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>सेमीकोलन</translation>
    </message>
    <message>
        <source>hyphen</source>
        <translation>हाइफ़न</translation>
    </message>
    <message>
        <source>slash</source>
        <translation>स्लैश</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>खड़ी रेखा</translation>
    </message>
    <message>
        <source>Trim spaces at both ends</source>
        <translation>दोनों सिरों की खाली जगह हटाएँ</translation>
    </message>
    <message>
        <source>“ Acme ” → “Acme”</source>
        <translation>“ Acme ” → “Acme”</translation>
    </message>
    <message>
        <source>Squeeze runs of spaces</source>
        <translation>कई खाली जगहों को एक करें</translation>
    </message>
    <message>
        <source>“Acme   Ltd” → “Acme Ltd”</source>
        <translation>“Acme   Ltd” → “Acme Ltd”</translation>
    </message>
    <message>
        <source>Upper case</source>
        <translation>बड़े अक्षर</translation>
    </message>
    <message>
        <source>“acme” → “ACME”</source>
        <translation>“acme” → “ACME”</translation>
    </message>
    <message>
        <source>Lower case</source>
        <translation>छोटे अक्षर</translation>
    </message>
    <message>
        <source>“ACME” → “acme”</source>
        <translation>“ACME” → “acme”</translation>
    </message>
    <message>
        <source>Capital at each word</source>
        <translation>हर शब्द का पहला अक्षर बड़ा</translation>
    </message>
    <message>
        <source>“ACME LTD” → “Acme Ltd”</source>
        <translation>“ACME LTD” → “Acme Ltd”</translation>
    </message>
    <message>
        <source>Take one part of a text</source>
        <translation>टेक्स्ट का एक भाग लें</translation>
    </message>
    <message>
        <source>“Pune, Maharashtra”, part 2 → “Maharashtra”</source>
        <translation>“Pune, Maharashtra”, भाग 2 → “Maharashtra”</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>विभाजक</translation>
    </message>
    <message>
        <source>What stands between the parts, like a comma.</source>
        <translation>भागों के बीच क्या है, जैसे कॉमा।</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>भाग</translation>
    </message>
    <message>
        <source>1 is the first part, -1 the last.</source>
        <translation>1 पहला भाग है, -1 आख़िरी।</translation>
    </message>
    <message>
        <source>Join lines into one</source>
        <translation>पंक्तियों को एक में जोड़ें</translation>
    </message>
    <message>
        <source>two lines of an address → “12 MG Road, Pune”</source>
        <translation>पते की दो पंक्तियाँ → “12 MG Road, Pune”</translation>
    </message>
    <message>
        <source>Put between</source>
        <translation>बीच में लगाएँ</translation>
    </message>
    <message>
        <source>What is to stand between the parts.</source>
        <translation>भागों के बीच क्या रहे।</translation>
    </message>
    <message>
        <source>Parts are separated by</source>
        <translation>भाग किससे अलग हैं</translation>
    </message>
    <message>
        <source>Usually a line break.</source>
        <translation>आम तौर पर नई पंक्ति।</translation>
    </message>
    <message>
        <source>Replace a text</source>
        <translation>टेक्स्ट बदलें</translation>
    </message>
    <message>
        <source>“M/s Acme”, find “M/s ” → “Acme”</source>
        <translation>“M/s Acme”, खोजें “M/s ” → “Acme”</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>The text to look for; capitals count.</source>
        <translation>जो टेक्स्ट खोजना है; बड़े-छोटे अक्षर अलग माने जाते हैं।</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>इससे बदलें</translation>
    </message>
    <message>
        <source>Empty takes the text away.</source>
        <translation>खाली छोड़ने पर टेक्स्ट हट जाता है।</translation>
    </message>
    <message>
        <source>Find by pattern</source>
        <translation>पैटर्न से खोजें</translation>
    </message>
    <message>
        <source>“INV-0042”, extract “([0-9]+)” as “\1” → “0042”</source>
        <translation>“INV-0042”, “([0-9]+)” को “\1” के रूप में निकालें → “0042”</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>पैटर्न</translation>
    </message>
    <message>
        <source>Take some letters</source>
        <translation>कुछ अक्षर लें</translation>
    </message>
    <message>
        <source>“27AAPFU0939F1ZV”, 10 letters from 3 → “AAPFU0939F”</source>
        <translation>“27AAPFU0939F1ZV”, तीसरे से 10 अक्षर → “AAPFU0939F”</translation>
    </message>
    <message>
        <source>From letter</source>
        <translation>किस अक्षर से</translation>
    </message>
    <message>
        <source>1 is the first letter, -1 the last.</source>
        <translation>1 पहला अक्षर है, -1 आख़िरी।</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>कितने</translation>
    </message>
    <message>
        <source>Empty takes the rest.</source>
        <translation>खाली छोड़ने पर बाकी सब।</translation>
    </message>
    <message>
        <source>Fill up to a width</source>
        <translation>चौड़ाई तक भरें</translation>
    </message>
    <message>
        <source>“42”, width 6 → “000042”</source>
        <translation>“42”, चौड़ाई 6 → “000042”</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>चौड़ाई</translation>
    </message>
    <message>
        <source>Letters in all.</source>
        <translation>कुल अक्षर।</translation>
    </message>
    <message>
        <source>Fill with</source>
        <translation>किससे भरें</translation>
    </message>
    <message>
        <source>One letter.</source>
        <translation>एक अक्षर।</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>ओर</translation>
    </message>
    <message>
        <source>Turn the sign</source>
        <translation>चिह्न पलटें</translation>
    </message>
    <message>
        <source>-1500.00 → 1500.00</source>
        <translation>-1500.00 → 1500.00</translation>
    </message>
    <message>
        <source>Multiply by a number</source>
        <translation>संख्या से गुणा करें</translation>
    </message>
    <message>
        <source>0.18, factor 100 → 18</source>
        <translation>0.18, गुणक 100 → 18</translation>
    </message>
    <message>
        <source>dividing by the factor always ends (by 100 it does, by 3 it does not)</source>
        <translation>गुणक से भाग हमेशा पूरा हो (100 से होता है, 3 से नहीं)</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>गुणक</translation>
    </message>
    <message>
        <source>What to multiply by, like 100 or 0.01.</source>
        <translation>किससे गुणा करना है, जैसे 100 या 0.01।</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>राउंड करें</translation>
    </message>
    <message>
        <source>12.345, 2 places → 12.35</source>
        <translation>12.345, 2 स्थान → 12.35</translation>
    </message>
    <message>
        <source>Decimal places</source>
        <translation>दशमलव स्थान</translation>
    </message>
    <message>
        <source>How</source>
        <translation>कैसे</translation>
    </message>
    <message>
        <source>Convert the unit</source>
        <translation>इकाई बदलें</translation>
    </message>
    <message>
        <source>1.5 kg → 1500 g</source>
        <translation>1.5 kg → 1500 g</translation>
    </message>
    <message>
        <source>one unit divides the other without a remainder that never ends (kg and g do, dozen and piece do not)</source>
        <translation>एक इकाई दूसरी को पूरा भाग दे (kg और g देते हैं, दर्जन और नग नहीं)</translation>
    </message>
    <message>
        <source>From unit</source>
        <translation>इस इकाई से</translation>
    </message>
    <message>
        <source>To unit</source>
        <translation>इस इकाई में</translation>
    </message>
    <message>
        <source>Write a number as text</source>
        <translation>संख्या को टेक्स्ट के रूप में लिखें</translation>
    </message>
    <message>
        <source>150000, indian → “1,50,000”</source>
        <translation>150000, भारतीय → “1,50,000”</translation>
    </message>
    <message>
        <source>no decimal places are cut off</source>
        <translation>कोई दशमलव स्थान न काटा जाए</translation>
    </message>
    <message>
        <source>Groups of digits</source>
        <translation>अंकों के समूह</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>दशमलव चिह्न</translation>
    </message>
    <message>
        <source>Empty keeps all.</source>
        <translation>खाली छोड़ने पर सब रहते हैं।</translation>
    </message>
    <message>
        <source>Read a number from text</source>
        <translation>टेक्स्ट से संख्या पढ़ें</translation>
    </message>
    <message>
        <source>“₹ 1,50,000.50” → 150000.50</source>
        <translation>“₹ 1,50,000.50” → 150000.50</translation>
    </message>
    <message>
        <source>Read a date from text</source>
        <translation>टेक्स्ट से तारीख पढ़ें</translation>
    </message>
    <message>
        <source>“01/08/2026”, DD/MM/YYYY → 2026-08-01</source>
        <translation>“01/08/2026”, DD/MM/YYYY → 2026-08-01</translation>
    </message>
    <message>
        <source>the year has four figures and day and month can be told apart</source>
        <translation>वर्ष में चार अंक हों और दिन व महीना अलग पहचाने जाएँ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>फ़ॉर्मैट</translation>
    </message>
    <message>
        <source>Write it like DD/MM/YYYY, D-MMM-YY or YYYYMMDD.</source>
        <translation>ऐसे लिखें: DD/MM/YYYY, D-MMM-YY या YYYYMMDD।</translation>
    </message>
    <message>
        <source>Write a date as text</source>
        <translation>तारीख को टेक्स्ट के रूप में लिखें</translation>
    </message>
    <message>
        <source>2026-08-01, D-MMM-YYYY → “1-Aug-2026”</source>
        <translation>2026-08-01, D-MMM-YYYY → “1-Aug-2026”</translation>
    </message>
    <message>
        <source>Telephone number with country code</source>
        <translation>देश कोड के साथ टेलीफ़ोन नंबर</translation>
    </message>
    <message>
        <source>“098765 43210” → “+919876543210”; on the way back “9876543210”</source>
        <translation>“098765 43210” → “+919876543210”; वापसी में “9876543210”</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>देश</translation>
    </message>
    <message>
        <source>Of numbers without a country code.</source>
        <translation>बिना देश कोड वाले नंबरों का।</translation>
    </message>
    <message>
        <source>What is not a number</source>
        <translation>जो नंबर नहीं है</translation>
    </message>
    <message>
        <source>State's name to GST code</source>
        <translation>राज्य के नाम से GST कोड</translation>
    </message>
    <message>
        <source>“Maharashtra” → “27”</source>
        <translation>“Maharashtra” → “27”</translation>
    </message>
    <message>
        <source>A state that is not known</source>
        <translation>अनजान राज्य</translation>
    </message>
    <message>
        <source>GST code to state's name</source>
        <translation>GST कोड से राज्य का नाम</translation>
    </message>
    <message>
        <source>“27” → “Maharashtra”</source>
        <translation>“27” → “Maharashtra”</translation>
    </message>
    <message>
        <source>Fill in where nothing is given</source>
        <translation>जहाँ कुछ न दिया हो वहाँ भरें</translation>
    </message>
    <message>
        <source>nothing, value “India” → “India”</source>
        <translation>कुछ नहीं, मान “India” → “India”</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मान</translation>
    </message>
    <message>
        <source>Always the same value</source>
        <translation>हमेशा एक ही मान</translation>
    </message>
    <message>
        <source>anything → “INR”</source>
        <translation>कुछ भी → “INR”</translation>
    </message>
    <message>
        <source>Read yes or no from words</source>
        <translation>शब्दों से हाँ या नहीं पढ़ें</translation>
    </message>
    <message>
        <source>“Active” (a word for yes) → yes</source>
        <translation>“Active” (हाँ का शब्द) → हाँ</translation>
    </message>
    <message>
        <source>Words for yes</source>
        <translation>हाँ के शब्द</translation>
    </message>
    <message>
        <source>The first one is written.</source>
        <translation>पहला शब्द लिखा जाता है।</translation>
    </message>
    <message>
        <source>Words for no</source>
        <translation>नहीं के शब्द</translation>
    </message>
    <message>
        <source>Write yes or no as words</source>
        <translation>हाँ या नहीं को शब्दों में लिखें</translation>
    </message>
    <message>
        <source>yes → “Active”</source>
        <translation>हाँ → “Active”</translation>
    </message>
    <message>
        <source>Put into a text</source>
        <translation>टेक्स्ट में रखें</translation>
    </message>
    <message>
        <source>“42” in “INV-{value}” → “INV-42”</source>
        <translation>“42”, “INV-{value}” में → “INV-42”</translation>
    </message>
    <message>
        <source>the text holds {value} once and no other field</source>
        <translation>टेक्स्ट में {value} एक बार हो और कोई दूसरा फ़ील्ड न हो</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>टेक्स्ट</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>गणना करें</translation>
    </message>
    <message>
        <source>“1500” in if(value &gt; 1000, 'A', 'B') → “A”</source>
        <translation>“1500”, if(value &gt; 1000, 'A', 'B') में → “A”</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>फ़ॉर्मूला</translation>
    </message>
    <message>
        <source>Like if(value &gt; 1000, 'A', 'B'), or quantity * rate in a link that goes one way.</source>
        <translation>जैसे if(value &gt; 1000, 'A', 'B'), या एक ही दिशा वाले लिंक में quantity * rate।</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>Look up by a field</source>
        <translation>किसी फ़ील्ड से खोजें</translation>
    </message>
    <message>
        <source>“accounts@acme.example”, field email → the customer with that e-mail address</source>
        <translation>“accounts@acme.example”, फ़ील्ड email → उस ई-मेल वाला ग्राहक</translation>
    </message>
    <message>
        <source>The field of the record referred to that holds the value, like email or sku.</source>
        <translation>दूसरे रिकॉर्ड का वह फ़ील्ड जिसमें मान है, जैसे email या sku।</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>भरा होना ज़रूरी</translation>
    </message>
    <message>
        <source>nothing → refused</source>
        <translation>कुछ नहीं → अस्वीकार होता है</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>लंबाई</translation>
    </message>
    <message>
        <source>at most 50 characters</source>
        <translation>अधिक से अधिक 50 अक्षर</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>कम से कम</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>अधिक से अधिक</translation>
    </message>
    <message>
        <source>[A-Z]{3}-[0-9]+ takes “INV-42”</source>
        <translation>[A-Z]{3}-[0-9]+ में “INV-42” आता है</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>What a person reads, as the end of a sentence: “is not …”.</source>
        <translation>व्यक्ति जो पढ़ता है, वाक्य के अंत के रूप में: “… नहीं है”।</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>सीमा</translation>
    </message>
    <message>
        <source>from 0 to 100, or between two dates</source>
        <translation>0 से 100 तक, या दो तारीखों के बीच</translation>
    </message>
    <message>
        <source>One of a list</source>
        <translation>सूची में से एक</translation>
    </message>
    <message>
        <source>Retail, Wholesale</source>
        <translation>खुदरा, थोक</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>मान</translation>
    </message>
    <message>
        <source>GSTIN</source>
        <translation>GSTIN</translation>
    </message>
    <message>
        <source>27AAPFU0939F1ZV</source>
        <translation>27AAPFU0939F1ZV</translation>
    </message>
    <message>
        <source>PAN</source>
        <translation>PAN</translation>
    </message>
    <message>
        <source>AAPFU0939F</source>
        <translation>AAPFU0939F</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>ई-मेल पता</translation>
    </message>
    <message>
        <source>accounts@acme.example</source>
        <translation>accounts@acme.example</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>टेलीफ़ोन नंबर</translation>
    </message>
    <message>
        <source>+919876543210 or 098765 43210</source>
        <translation>+919876543210 या 098765 43210</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>411001</source>
        <translation>411001</translation>
    </message>
    <message>
        <source>Rule over several fields</source>
        <translation>कई फ़ील्ड पर नियम</translation>
    </message>
    <message>
        <source>due_date &gt;= date</source>
        <translation>due_date &gt;= date</translation>
    </message>
    <message>
        <source>Like credit_limit &gt; 0 or credit_days &gt; 0.</source>
        <translation>जैसे credit_limit &gt; 0 or credit_days &gt; 0।</translation>
    </message>
    <message>
        <source>{ours} and {theirs}, {way}</source>
        <translation>{ours} और {theirs}, {way}</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>लिंक</translation>
    </message>
    <message>
        <source>The value is changed on the way.</source>
        <translation>मान रास्ते में बदलता है।</translation>
    </message>
    <message>
        <source>{n} link</source>
        <translation>{n} लिंक</translation>
    </message>
    <message>
        <source>{n} links</source>
        <translation>{n} लिंक</translation>
    </message>
    <message>
        <source>Mappings</source>
        <translation>फ़ील्ड मेल</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>रिकॉर्ड का प्रकार</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>दोबारा करें</translation>
    </message>
    <message>
        <source>Suggest links</source>
        <translation>लिंक सुझाएँ</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <source>Reading the fields of both sides…</source>
        <translation>दोनों तरफ़ के फ़ील्ड पढ़े जा रहे हैं…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>They were made {when} and are not in effect.</source>
        <translation>ये {when} किए गए थे और लागू नहीं हैं।</translation>
    </message>
    <message>
        <source>Go on with them</source>
        <translation>इन्हें आगे बढ़ाएँ</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>इन्हें छोड़ दें</translation>
    </message>
    <message>
        <source>No mapping yet</source>
        <translation>अभी कोई फ़ील्ड मेल नहीं</translation>
    </message>
    <message>
        <source>It is made with the first connection, from what usually fits. Connect a system first.</source>
        <translation>यह पहले कनेक्शन के साथ बनता है, आम तौर पर जो मेल खाता है उससे। पहले कोई सिस्टम जोड़ें।</translation>
    </message>
    <message>
        <source>Somebody else changed this mapping meanwhile; you are asked when you save.</source>
        <translation>इस बीच किसी और ने यह फ़ील्ड मेल बदला है; सहेजते समय आपसे पूछा जाएगा।</translation>
    </message>
    <message>
        <source>The fields of {system} could not be read</source>
        <translation>{system} के फ़ील्ड नहीं पढ़े जा सके</translation>
    </message>
    <message>
        <source>They were made {when}; what is in effect was changed since.</source>
        <translation>ये {when} किए गए थे; जो लागू है वह उसके बाद बदला गया है।</translation>
    </message>
    <message>
        <source>There are changes that were never saved</source>
        <translation>कुछ बदलाव हैं जो सहेजे नहीं गए</translation>
    </message>
    <message>
        <source>bring back unsaved changes</source>
        <translation>बिना सहेजे बदलाव वापस लाना</translation>
    </message>
    <message>
        <source>{n} change, not saved</source>
        <translation>{n} बदलाव, सहेजा नहीं</translation>
    </message>
    <message>
        <source>{n} changes, not saved</source>
        <translation>{n} बदलाव, सहेजे नहीं</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>सहेजा नहीं</translation>
    </message>
    <message>
        <source>{n} must be corrected</source>
        <translation>{n} ठीक करना ज़रूरी</translation>
    </message>
    <message>
        <source>Value table</source>
        <translation>मान तालिका</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>चुनें …</translation>
    </message>
    <message>
        <source>value</source>
        <translation>मान</translation>
    </message>
    <message>
        <source>Drag a field of one side to a field of the other, or choose one here, then one there, and press Enter. Choose a line to see what becomes of its value.</source>
        <translation>एक तरफ़ का फ़ील्ड दूसरी तरफ़ के फ़ील्ड पर खींचें, या पहले यहाँ एक, फिर वहाँ एक चुनें और Enter दबाएँ। मान का क्या होता है, यह देखने के लिए कोई रेखा चुनें।</translation>
    </message>
    <message>
        <source>“{title}” can't be undone, but the link goes both ways</source>
        <translation>“{title}” पलटा नहीं जा सकता, पर लिंक दोनों दिशाओं में जाता है</translation>
    </message>
    <message>
        <source>What is changed here could not be sent to {system}. Let the link only come from there, or choose another transform.</source>
        <translation>यहाँ का बदलाव {system} को नहीं भेजा जा सकेगा। लिंक को सिर्फ़ वहाँ से आने दें, या दूसरा रूपांतर चुनें।</translation>
    </message>
    <message>
        <source>{ours} and {theirs}</source>
        <translation>{ours} और {theirs}</translation>
    </message>
    <message>
        <source>The link</source>
        <translation>लिंक</translation>
    </message>
    <message>
        <source>and {n} more below</source>
        <translation>और नीचे {n}</translation>
    </message>
    <message>
        <source>Make it one way: only from {system}</source>
        <translation>एक ही दिशा करें: सिर्फ़ {system} से</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>लिंक हटाएँ</translation>
    </message>
    <message>
        <source>In {system}</source>
        <translation>{system} में</translation>
    </message>
    <message>
        <source>Unlink {what}</source>
        <translation>लिंक हटाएँ: {what}</translation>
    </message>
    <message>
        <source>unlink {ours}</source>
        <translation>{ours} का लिंक हटाना</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>किस दिशा में</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>रूपांतर</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>जाँच के नियम</translation>
    </message>
    <message>
        <source>Make it one way</source>
        <translation>एक ही दिशा करें</translation>
    </message>
    <message>
        <source>No link is chosen</source>
        <translation>कोई लिंक नहीं चुना गया</translation>
    </message>
    <message>
        <source>Remove this link  (Delete)</source>
        <translation>यह लिंक हटाएँ  (Delete)</translation>
    </message>
    <message>
        <source>Close the link</source>
        <translation>लिंक बंद करें</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>लिंक</translation>
    </message>
    <message>
        <source>Show where: {what}</source>
        <translation>कहाँ है, दिखाएँ: {what}</translation>
    </message>
    <message>
        <source>For instance: {values}</source>
        <translation>जैसे: {values}</translation>
    </message>
    <message>
        <source>day-month-year</source>
        <translation>दिन-महीना-साल</translation>
    </message>
    <message>
        <source>Insert a field</source>
        <translation>फ़ील्ड डालें</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>कुछ नहीं</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>चुनें</translation>
    </message>
    <message>
        <source>There is no transform like that. Try another word.</source>
        <translation>ऐसा कोई रूपांतर नहीं है। दूसरा शब्द आज़माएँ।</translation>
    </message>
    <message>
        <source>Can be undone, with a condition</source>
        <translation>पलटा जा सकता है, एक शर्त के साथ</translation>
    </message>
    <message>
        <source>Search, for instance: spaces, round, phone</source>
        <translation>खोजें, जैसे: खाली जगह, राउंड, फ़ोन</translation>
    </message>
    <message>
        <source>Search the transforms</source>
        <translation>रूपांतरों में खोजें</translation>
    </message>
    <message>
        <source>Transforms</source>
        <translation>रूपांतर</translation>
    </message>
    <message>
        <source>Show those that don't fit here, too</source>
        <translation>जो यहाँ नहीं बैठते, वे भी दिखाएँ</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>What you search for does not fit here. Tick “Show those that don't fit here, too” to see why.</source>
        <translation>जो आप खोज रहे हैं वह यहाँ नहीं बैठता। कारण देखने के लिए “जो यहाँ नहीं बैठते, वे भी दिखाएँ” पर निशान लगाएँ।</translation>
    </message>
    <message>
        <source>changed on both sides: {rule}</source>
        <translation>दोनों तरफ़ बदला हो तो: {rule}</translation>
    </message>
    <message>
        <source>recognised by {fields}</source>
        <translation>{fields} से पहचान</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>प्रीव्यू</translation>
    </message>
    <message>
        <source>Record to try the links on</source>
        <translation>लिंक आज़माने के लिए रिकॉर्ड</translation>
    </message>
    <message>
        <source>Type a part of its name to find one</source>
        <translation>खोजने के लिए नाम का कोई भाग लिखें</translation>
    </message>
    <message>
        <source>Read others</source>
        <translation>दूसरे पढ़ें</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>सिर्फ़ समस्याएँ</translation>
    </message>
    <message>
        <source>What becomes of this record</source>
        <translation>इस रिकॉर्ड का क्या होगा</translation>
    </message>
    <message>
        <source>Preview: show it</source>
        <translation>प्रीव्यू दिखाएँ</translation>
    </message>
    <message>
        <source>Preview: fold it away</source>
        <translation>प्रीव्यू छिपाएँ</translation>
    </message>
    <message>
        <source>asking {system}…</source>
        <translation>{system} से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>Previous record</source>
        <translation>पिछला रिकॉर्ड</translation>
    </message>
    <message>
        <source>Next record</source>
        <translation>अगला रिकॉर्ड</translation>
    </message>
    <message>
        <source>Ask for other records to try the links on</source>
        <translation>लिंक आज़माने के लिए दूसरे रिकॉर्ड मँगाएँ</translation>
    </message>
    <message>
        <source>{n} problem</source>
        <translation>{n} समस्या</translation>
    </message>
    <message>
        <source>{n} problems</source>
        <translation>{n} समस्याएँ</translation>
    </message>
    <message>
        <source>There is no preview while a link is not right</source>
        <translation>जब तक कोई लिंक सही नहीं है, प्रीव्यू नहीं दिखता</translation>
    </message>
    <message>
        <source>There is no record to try the links on</source>
        <translation>लिंक आज़माने के लिए कोई रिकॉर्ड नहीं है</translation>
    </message>
    <message>
        <source>Asking {system} for a few records…</source>
        <translation>{system} से कुछ रिकॉर्ड मँगाए जा रहे हैं…</translation>
    </message>
    <message>
        <source>This record goes through without a problem</source>
        <translation>इस रिकॉर्ड में कोई समस्या नहीं है</translation>
    </message>
    <message>
        <source>Nothing is linked yet</source>
        <translation>अभी कुछ लिंक नहीं है</translation>
    </message>
    <message>
        <source>Link two fields: what becomes of a real record shows here.</source>
        <translation>दो फ़ील्ड लिंक करें: असली रिकॉर्ड का क्या होगा, यहाँ दिखेगा।</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>खाली</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>पढ़ा नहीं गया</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>There is nothing in this field.</source>
        <translation>इस फ़ील्ड में कुछ नहीं है।</translation>
    </message>
    <message>
        <source>It was not read, or there is no such record yet.</source>
        <translation>यह पढ़ा नहीं गया, या ऐसा रिकॉर्ड अभी नहीं है।</translation>
    </message>
    <message>
        <source>The link does not go this way.</source>
        <translation>लिंक इस दिशा में नहीं जाता।</translation>
    </message>
    <message>
        <source>below is the only line</source>
        <translation>नीचे इकलौती पंक्ति है</translation>
    </message>
    <message>
        <source>below is the first of {n} lines</source>
        <translation>नीचे {n} में से पहली पंक्ति है</translation>
    </message>
    <message>
        <source>no lines</source>
        <translation>कोई पंक्ति नहीं</translation>
    </message>
    <message>
        <source>Only here so far, not in {system}</source>
        <translation>अभी सिर्फ़ यहाँ, {system} में नहीं</translation>
    </message>
    <message>
        <source>Not here yet, only in {system}</source>
        <translation>अभी यहाँ नहीं, सिर्फ़ {system} में</translation>
    </message>
    <message>
        <source>Becomes here</source>
        <translation>यहाँ बनेगा</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>अभी यहाँ</translation>
    </message>
    <message>
        <source>Would be sent there</source>
        <translation>वहाँ भेजा जाएगा</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>On the way there: {problem}</source>
        <translation>वहाँ जाते समय: {problem}</translation>
    </message>
    <message>
        <source>Sent back, it would not be what came from there: something gets lost on the way.</source>
        <translation>वापस भेजने पर यह वैसा नहीं रहेगा जैसा वहाँ से आया था: रास्ते में कुछ खो जाता है।</translation>
    </message>
    <message>
        <source>not what is here now</source>
        <translation>यहाँ अलग</translation>
    </message>
    <message>
        <source>There</source>
        <translation>वहाँ</translation>
    </message>
    <message>
        <source>not offered any more</source>
        <translation>अब उपलब्ध नहीं</translation>
    </message>
    <message>
        <source>{n} linked inside</source>
        <translation>अंदर {n} लिंक हैं</translation>
    </message>
    <message>
        <source>A value that breaks a check is not sent. What comes in is kept, and named in Activity.</source>
        <translation>जो मान जाँच में खरा नहीं उतरता, वह नहीं भेजा जाता। जो आता है वह रखा जाता है और गतिविधि में बताया जाता है।</translation>
    </message>
    <message>
        <source>{n} check</source>
        <translation>{n} जाँच</translation>
    </message>
    <message>
        <source>{n} checks</source>
        <translation>{n} जाँचें</translation>
    </message>
    <message>
        <source>add the check “{title}”</source>
        <translation>जाँच “{title}” जोड़ना</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>जाँच जोड़ें</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>Does not go with: {kind}</source>
        <translation>इसके साथ नहीं बैठता: {kind}</translation>
    </message>
    <message>
        <source>Trying the links on {n} real record…</source>
        <translation>{n} असली रिकॉर्ड पर लिंक आज़माए जा रहे हैं…</translation>
    </message>
    <message>
        <source>Trying the links on {n} real records…</source>
        <translation>{n} असली रिकॉर्ड पर लिंक आज़माए जा रहे हैं…</translation>
    </message>
    <message>
        <source>Load theirs: you see what is stored now, and Undo brings back yours. Keep mine: yours are stored in place of theirs.</source>
        <translation>“उनके लिंक लाएँ”: अभी जो सहेजा है वह दिखेगा, और “पूर्ववत करें” से आपके लिंक लौट आएँगे। “मेरे रखें”: उनके बदले आपके लिंक सहेजे जाएँगे।</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>अभी सहेजा नहीं गया</translation>
    </message>
    <message>
        <source>{n} link was changed and not saved.</source>
        <translation>{n} लिंक बदला गया और सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>{n} links were changed and not saved.</source>
        <translation>{n} लिंक बदले गए और सहेजे नहीं गए।</translation>
    </message>
    <message>
        <source>What is stored now goes on working until you save.</source>
        <translation>जब तक आप न सहेजें, पहले से सहेजा हुआ काम करता रहेगा।</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>बदलाव छोड़ दें</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>बदलना जारी रखें</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>जाँच की प्रगति</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>क्या मिला</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>फिर जाँचें</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>और {n}</translation>
    </message>
    <message>
        <source>Working out what changes for records that are already synced…</source>
        <translation>देखा जा रहा है कि पहले से सिंक हुए रिकॉर्ड में क्या बदलेगा…</translation>
    </message>
    <message>
        <source>What changes for records that are already synced</source>
        <translation>पहले से सिंक हुए रिकॉर्ड में क्या बदलेगा</translation>
    </message>
    <message>
        <source>Stopped: it was not worked out. It can be saved all the same.</source>
        <translation>रोका गया: यह पता नहीं किया गया। फिर भी सहेजा जा सकता है।</translation>
    </message>
    <message>
        <source>It could not be worked out; the links can be saved all the same</source>
        <translation>यह पता नहीं हो सका; फिर भी लिंक सहेजे जा सकते हैं</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <source>It takes effect with the next sync.</source>
        <translation>यह अगले सिंक से लागू होगा।</translation>
    </message>
    <message>
        <source>Saved. It takes effect with the next sync.</source>
        <translation>सहेजा गया। यह अगले सिंक से लागू होगा।</translation>
    </message>
    <message>
        <source>It was not saved; what was stored before is still in force</source>
        <translation>यह सहेजा नहीं गया; पहले वाला ही लागू है</translation>
    </message>
    <message>
        <source>Somebody changed these links meanwhile; nothing was saved</source>
        <translation>इस बीच किसी ने ये लिंक बदल दिए; कुछ सहेजा नहीं गया</translation>
    </message>
    <message>
        <source>Load theirs</source>
        <translation>उनके लिंक लाएँ</translation>
    </message>
    <message>
        <source>Keep mine (save anyway)</source>
        <translation>मेरे रखें (फिर भी सहेजें)</translation>
    </message>
    <message>
        <source>Reading the links…</source>
        <translation>लिंक पढ़े जा रहे हैं…</translation>
    </message>
    <message>
        <source>load what was saved meanwhile</source>
        <translation>इस बीच सहेजे गए लिंक लाना</translation>
    </message>
    <message>
        <source>These are the links as they are stored now. Undo brings back yours.</source>
        <translation>ये वे लिंक हैं जो अभी सहेजे हुए हैं। “पूर्ववत करें” से आपके लिंक लौट आएँगे।</translation>
    </message>
    <message>
        <source>Show examples: {what}</source>
        <translation>उदाहरण दिखाएँ: {what}</translation>
    </message>
    <message>
        <source>Hide examples: {what}</source>
        <translation>उदाहरण छिपाएँ: {what}</translation>
    </message>
    <message>
        <source>Check the links</source>
        <translation>लिंक जाँचें</translation>
    </message>
    <message>
        <source>Check and save the links</source>
        <translation>लिंक जाँचें और सहेजें</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>जाँच रोकें</translation>
    </message>
    <message>
        <source>Checking the links…</source>
        <translation>लिंक जाँचे जा रहे हैं…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>रोका जा रहा है…</translation>
    </message>
    <message>
        <source>Nothing was saved. Check again when you are ready.</source>
        <translation>कुछ सहेजा नहीं गया। जब चाहें फिर जाँचें।</translation>
    </message>
    <message>
        <source>For example: {examples}</source>
        <translation>उदाहरण: {examples}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>Show examples</source>
        <translation>उदाहरण दिखाएँ</translation>
    </message>
    <message>
        <source>Hide examples</source>
        <translation>उदाहरण छिपाएँ</translation>
    </message>
    <message>
        <source>Show it: {field}</source>
        <translation>दिखाएँ: {field}</translation>
    </message>
    <message>
        <source>{record}: {before} does not fit: {reason}</source>
        <translation>{record}: {before} ठीक नहीं बैठता: {reason}</translation>
    </message>
    <message>
        <source>{record}: here {before}, from there {after}</source>
        <translation>{record}: यहाँ {before}, वहाँ से {after}</translation>
    </message>
    <message>
        <source>{record}: {before} → {after}</source>
        <translation>{record}: {before} → {after}</translation>
    </message>
    <message>
        <source>{record}, sent there: {before} → {after}</source>
        <translation>{record}, वहाँ भेजा: {before} → {after}</translation>
    </message>
    <message>
        <source>Not tried on real records.</source>
        <translation>असली रिकॉर्ड पर नहीं आज़माया गया।</translation>
    </message>
    <message>
        <source>{field}: {numbers}</source>
        <translation>{field}: {numbers}</translation>
    </message>
    <message>
        <source>{n} synced record was looked at.</source>
        <translation>सिंक हुआ {n} रिकॉर्ड देखा गया।</translation>
    </message>
    <message>
        <source>{n} synced records were looked at.</source>
        <translation>सिंक हुए {n} रिकॉर्ड देखे गए।</translation>
    </message>
    <message>
        <source>{n} record changes here</source>
        <translation>यहाँ {n} रिकॉर्ड बदलेगा</translation>
    </message>
    <message>
        <source>{n} records change here</source>
        <translation>यहाँ {n} रिकॉर्ड बदलेंगे</translation>
    </message>
    <message>
        <source>{n} will be sent there</source>
        <translation>{n} वहाँ भेजे जाएँगे</translation>
    </message>
    <message>
        <source>{n} is known only at the next sync</source>
        <translation>{n} का अगले सिंक पर ही पता चलेगा</translation>
    </message>
    <message>
        <source>{n} are known only at the next sync</source>
        <translation>{n} का अगले सिंक पर ही पता चलेगा</translation>
    </message>
    <message>
        <source>{n} will wait for your decision</source>
        <translation>{n} पर आपका फ़ैसला चाहिए होगा</translation>
    </message>
    <message>
        <source>{n} has a value that does not fit</source>
        <translation>{n} का मान ठीक नहीं बैठता</translation>
    </message>
    <message>
        <source>{n} have a value that does not fit</source>
        <translation>{n} के मान ठीक नहीं बैठते</translation>
    </message>
    <message>
        <source>Tried on {n} real record.</source>
        <translation>{n} असली रिकॉर्ड पर आज़माया गया।</translation>
    </message>
    <message>
        <source>Tried on {n} real records.</source>
        <translation>{n} असली रिकॉर्ड पर आज़माया गया।</translation>
    </message>
    <message>
        <source>Not tried on real records: {problem}</source>
        <translation>असली रिकॉर्ड पर नहीं आज़माया गया: {problem}</translation>
    </message>
    <message>
        <source>{n} thing keeps this from being saved</source>
        <translation>{n} बात के कारण यह सहेजा नहीं जा सकता</translation>
    </message>
    <message>
        <source>{n} things keep this from being saved</source>
        <translation>{n} बातों के कारण यह सहेजा नहीं जा सकता</translation>
    </message>
    <message>
        <source>Nothing is wrong: it can be saved</source>
        <translation>कोई गड़बड़ी नहीं: सहेजा जा सकता है</translation>
    </message>
    <message>
        <source>No record is synced yet: nothing changes for any.</source>
        <translation>अभी कोई रिकॉर्ड सिंक नहीं हुआ: किसी में कुछ नहीं बदलेगा।</translation>
    </message>
    <message>
        <source>It can be saved; look at {n} thing first</source>
        <translation>सहेजा जा सकता है; पहले {n} बात देख लें</translation>
    </message>
    <message>
        <source>It can be saved; look at {n} things first</source>
        <translation>सहेजा जा सकता है; पहले {n} बातें देख लें</translation>
    </message>
    <message>
        <source>Nothing is wrong, and nothing was changed</source>
        <translation>कोई गड़बड़ी नहीं, और कुछ बदला भी नहीं गया</translation>
    </message>
    <message>
        <source>{field} is no longer synced; what is in it stays on both sides.</source>
        <translation>{field} अब सिंक नहीं होगा; जो उसमें है वह दोनों तरफ़ बना रहेगा।</translation>
    </message>
    <message>
        <source>Nothing changes for them.</source>
        <translation>उनमें कुछ नहीं बदलेगा।</translation>
    </message>
    <message>
        <source>{field} is linked with {after} now, no longer with {before}.</source>
        <translation>{field} अब {after} से लिंक है, {before} से नहीं।</translation>
    </message>
    <message>
        <source>Stay as they are</source>
        <translation>जैसे हैं वैसे रहें</translation>
    </message>
    <message>
        <source>Become empty</source>
        <translation>खाली हो जाएँ</translation>
    </message>
    <message>
        <source>Become the default value</source>
        <translation>डिफ़ॉल्ट मान बन जाएँ</translation>
    </message>
    <message>
        <source>Are refused: the record waits in Activity until the table knows them</source>
        <translation>अस्वीकार होते हैं: तालिका में आने तक रिकॉर्ड गतिविधि में रुकता है</translation>
    </message>
    <message>
        <source>A change on either side reaches the other.</source>
        <translation>किसी भी तरफ़ का बदलाव दूसरी तरफ़ पहुँचता है।</translation>
    </message>
    <message>
        <source>What is changed here stays here.</source>
        <translation>यहाँ का बदलाव यहीं रहता है।</translation>
    </message>
    <message>
        <source>What is changed there is not taken over.</source>
        <translation>वहाँ का बदलाव यहाँ नहीं लिया जाता।</translation>
    </message>
    <message>
        <source>“{ours}” becomes “{known}” in {system} already, so not “{theirs}” as well. Change that line.</source>
        <translation>“{ours}” {system} में पहले से “{known}” बनता है, इसलिए साथ में “{theirs}” नहीं। वह पंक्ति बदलें।</translation>
    </message>
    <message>
        <source>{field} can't be changed here: it is only read from {system}.</source>
        <translation>{field} यहाँ नहीं बदला जा सकता: वह {system} से सिर्फ़ पढ़ा जाता है।</translation>
    </message>
    <message>
        <source>“{ours}” and “{theirs}” are in the table already.</source>
        <translation>“{ours}” और “{theirs}” तालिका में पहले से हैं।</translation>
    </message>
    <message>
        <source>“{theirs}” of {system} stands for “{known}” already, so not for “{ours}” as well. Change that line.</source>
        <translation>{system} का “{theirs}” पहले से “{known}” के लिए है, इसलिए साथ में “{ours}” के लिए नहीं। वह पंक्ति बदलें।</translation>
    </message>
    <message>
        <source>{field} is read only in {system}.</source>
        <translation>{field} {system} में सिर्फ़ पढ़ने के लिए है।</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>दोनों दिशाओं में</translation>
    </message>
    <message>
        <source>Only from {system}</source>
        <translation>सिर्फ़ {system} से</translation>
    </message>
    <message>
        <source>Only to {system}</source>
        <translation>सिर्फ़ {system} को</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>सिर्फ़ पढ़ना</translation>
    </message>
    <message>
        <source>not found there</source>
        <translation>वहाँ नहीं मिला</translation>
    </message>
    <message>
        <source>This field's value</source>
        <translation>इस फ़ील्ड का मान</translation>
    </message>
    <message>
        <source>{n} here</source>
        <translation>यहाँ {n}</translation>
    </message>
    <message>
        <source>{n} there</source>
        <translation>वहाँ {n}</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>दोनों दिशाओं में</translation>
    </message>
    <message>
        <source>only to here</source>
        <translation>सिर्फ़ यहाँ की ओर</translation>
    </message>
    <message>
        <source>only to there</source>
        <translation>सिर्फ़ वहाँ की ओर</translation>
    </message>
    <message>
        <source>{title} ({path})</source>
        <translation>{title} ({path})</translation>
    </message>
    <message>
        <source>{linked} of {total} linked</source>
        <translation>{total} में से {linked} लिंक</translation>
    </message>
    <message>
        <source>for example {value}</source>
        <translation>जैसे {value}</translation>
    </message>
    <message>
        <source>{n} thing to look at</source>
        <translation>देखने लायक {n} बात</translation>
    </message>
    <message>
        <source>{n} things to look at</source>
        <translation>देखने लायक {n} बातें</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>linked with {field}</source>
        <translation>{field} से लिंक</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>लिंक नहीं</translation>
    </message>
    <message>
        <source>Words and formulas</source>
        <translation>शब्द और फ़ॉर्मूले</translation>
    </message>
    <message>
        <source>This value {reason}.</source>
        <translation>यह मान {reason}।</translation>
    </message>
    <message>
        <source>Works on: {wanted}. The value here is: {found}.</source>
        <translation>किस पर काम करता है: {wanted}। यहाँ मान है: {found}।</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>टेक्स्ट</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>संख्याएँ</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>तारीखें</translation>
    </message>
    <message>
        <source>Phone and state codes</source>
        <translation>फ़ोन और राज्य के कोड</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>पलटा जा सकता है</translation>
    </message>
    <message>
        <source>Can be undone only if {when}</source>
        <translation>तभी पलटा जा सकता है जब {when}</translation>
    </message>
    <message>
        <source>Can't be undone</source>
        <translation>नहीं पलटा जा सकता</translation>
    </message>
    <message>
        <source>Works on: {wanted}. The value here is: {found}. Put “{title}” before it.</source>
        <translation>किस पर काम करता है: {wanted}। यहाँ मान है: {found}। इससे पहले “{title}” लगाएँ।</translation>
    </message>
    <message>
        <source>This program does not know this transform.</source>
        <translation>यह प्रोग्राम इस रूपांतर को नहीं जानता।</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>Nothing is linked before you accept it, and it can be undone.</source>
        <translation>आपके स्वीकार करने से पहले कुछ लिंक नहीं होता, और उसे पूर्ववत किया जा सकता है।</translation>
    </message>
    <message>
        <source>accept {n} suggestion</source>
        <translation>{n} सुझाव स्वीकार करना</translation>
    </message>
    <message>
        <source>accept {n} suggestions</source>
        <translation>{n} सुझाव स्वीकार करना</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>स्वीकार करें</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>खारिज करें</translation>
    </message>
    <message>
        <source>Accept all…</source>
        <translation>सब स्वीकार करें…</translation>
    </message>
    <message>
        <source>{n} suggestion.</source>
        <translation>{n} सुझाव।</translation>
    </message>
    <message>
        <source>{n} suggestions.</source>
        <translation>{n} सुझाव।</translation>
    </message>
    <message>
        <source>Suggested links</source>
        <translation>सुझाए गए लिंक</translation>
    </message>
    <message>
        <source>Close the suggestions</source>
        <translation>सुझाव बंद करें</translation>
    </message>
    <message>
        <source>Accept this suggestion</source>
        <translation>यह सुझाव स्वीकार करें</translation>
    </message>
    <message>
        <source>Link the two  (Enter)</source>
        <translation>दोनों को लिंक करें  (Enter)</translation>
    </message>
    <message>
        <source>Dismiss this suggestion</source>
        <translation>यह सुझाव खारिज करें</translation>
    </message>
    <message>
        <source>Don't suggest it again  (Delete)</source>
        <translation>इसे फिर न सुझाएँ  (Delete)</translation>
    </message>
    <message>
        <source>Accept several suggestions</source>
        <translation>कई सुझाव स्वीकार करें</translation>
    </message>
    <message>
        <source>There is no further link to suggest.</source>
        <translation>सुझाने के लिए और कोई लिंक नहीं है।</translation>
    </message>
    <message>
        <source>These still need a transform between the two kinds: {fields}</source>
        <translation>इन्हें दोनों प्रकारों के बीच अभी रूपांतर चाहिए: {fields}</translation>
    </message>
    <message>
        <source>the names mean the same</source>
        <translation>नामों का अर्थ एक ही है</translation>
    </message>
    <message>
        <source>the last part of the name means the same</source>
        <translation>नाम के आख़िरी भाग का अर्थ एक ही है</translation>
    </message>
    <message>
        <source>the names share words</source>
        <translation>नामों में कुछ शब्द एक जैसे हैं</translation>
    </message>
    <message>
        <source>the sample value looks like it</source>
        <translation>नमूने के मान से ऐसा लगता है</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{ours} with {theirs}: {score} {percent}, {reason}; {samples}</source>
        <translation>{theirs} के साथ {ours}: {score} {percent}, {reason}; {samples}</translation>
    </message>
    <message>
        <source>Only {score}: {links}</source>
        <translation>सिर्फ़ “{score}”: {links}</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>लगभग पक्का</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>बहुत संभव</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>संभव</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>शायद</translation>
    </message>
    <message>
        <source>here “{ours}”, there “{theirs}”</source>
        <translation>यहाँ “{ours}”, वहाँ “{theirs}”</translation>
    </message>
    <message>
        <source>there “{theirs}”</source>
        <translation>वहाँ “{theirs}”</translation>
    </message>
    <message>
        <source>here “{ours}”</source>
        <translation>यहाँ “{ours}”</translation>
    </message>
    <message>
        <source>no values to compare</source>
        <translation>मिलाने के लिए मान नहीं हैं</translation>
    </message>
    <message>
        <source>At least {score}: {links}</source>
        <translation>कम से कम “{score}”: {links}</translation>
    </message>
    <message>
        <source>All: {links}</source>
        <translation>सभी: {links}</translation>
    </message>
    <message>
        <source>“Save as a template” keeps the links of every kind of record of a connection under a name.</source>
        <translation>“टेम्पलेट के रूप में सहेजें” एक कनेक्शन के हर तरह के रिकॉर्ड के लिंक एक नाम से रखता है।</translation>
    </message>
    <message>
        <source>This is stored at once for every kind of record of {connection}, and takes effect with the next sync.</source>
        <translation>यह {connection} के हर तरह के रिकॉर्ड के लिए तुरंत सहेजा जाता है और अगले सिंक से लागू होगा।</translation>
    </message>
    <message>
        <source>Apply to the whole connection</source>
        <translation>पूरे कनेक्शन पर लागू करें</translation>
    </message>
    <message>
        <source>There is no template for a whole connection yet</source>
        <translation>अभी पूरे कनेक्शन का कोई टेम्पलेट नहीं है</translation>
    </message>
    <message>
        <source>What it does to each kind of record</source>
        <translation>हर तरह के रिकॉर्ड में क्या होगा</translation>
    </message>
    <message>
        <source>What you changed here and did not save is replaced; Undo brings it back.</source>
        <translation>यहाँ जो बदला और सहेजा नहीं, उसकी जगह यह ले लेगा; “पूर्ववत करें” से वह लौट आएगा।</translation>
    </message>
    <message>
        <source>Apply to {name}</source>
        <translation>{name} पर लागू करें</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>apply a template to the connection</source>
        <translation>कनेक्शन पर टेम्पलेट लागू करना</translation>
    </message>
    <message>
        <source>What it does to the links</source>
        <translation>लिंक में क्या होगा</translation>
    </message>
    <message>
        <source>What changes for synced records</source>
        <translation>सिंक हुए रिकॉर्ड में क्या बदलेगा</translation>
    </message>
    <message>
        <source>working it out…</source>
        <translation>पता किया जा रहा है…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>टेम्पलेट</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>इस्तेमाल</translation>
    </message>
    <message>
        <source>“{name}” is again as it was in version {n}</source>
        <translation>“{name}” फिर संस्करण {n} जैसा है</translation>
    </message>
    <message>
        <source>{n} template was exported</source>
        <translation>{n} टेम्पलेट एक्सपोर्ट हुआ</translation>
    </message>
    <message>
        <source>{n} templates were exported</source>
        <translation>{n} टेम्पलेट एक्सपोर्ट हुए</translation>
    </message>
    <message>
        <source>Export the chosen…</source>
        <translation>चुने हुए एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>सभी एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>इंपोर्ट करें…</translation>
    </message>
    <message>
        <source>Replace templates of the same name</source>
        <translation>उसी नाम के टेम्पलेट बदल दें</translation>
    </message>
    <message>
        <source>Otherwise one that differs is added under another name</source>
        <translation>नहीं तो जो अलग है वह दूसरे नाम से जुड़ेगा</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>नाम बदलें</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>हटाएँ…</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>इस संस्करण पर लौटें</translation>
    </message>
    <message>
        <source>Delete “{name}” with its versions?</source>
        <translation>“{name}” को उसके सभी संस्करणों के साथ हटाएँ?</translation>
    </message>
    <message>
        <source>This can't be undone.</source>
        <translation>इसे पूर्ववत नहीं किया जा सकता।</translation>
    </message>
    <message>
        <source>Export templates</source>
        <translation>टेम्पलेट एक्सपोर्ट करें</translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation>टेम्पलेट इंपोर्ट करें</translation>
    </message>
    <message>
        <source>There are no templates yet</source>
        <translation>अभी कोई टेम्पलेट नहीं है</translation>
    </message>
    <message>
        <source>“Save as a template” in the mapping editor makes one; Import takes them over from a file.</source>
        <translation>फ़ील्ड मेल के पन्ने पर “टेम्पलेट के रूप में सहेजें” से टेम्पलेट बनता है; “इंपोर्ट करें” उन्हें फ़ाइल से लाता है।</translation>
    </message>
    <message>
        <source>Name then</source>
        <translation>तब का नाम</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>इसमें क्या है</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Templates (*.json)</source>
        <translation>टेम्पलेट (*.json)</translation>
    </message>
    <message>
        <source>templates</source>
        <translation>templates</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>इंपोर्ट हो गया</translation>
    </message>
    <message>
        <source>Renamed to “{name}”</source>
        <translation>नया नाम: “{name}”</translation>
    </message>
    <message>
        <source>“{name}” was deleted</source>
        <translation>“{name}” हटाया गया</translation>
    </message>
    <message>
        <source>“Save as a template” keeps the present links under a name.</source>
        <translation>“टेम्पलेट के रूप में सहेजें” अभी के लिंक एक नाम से रखता है।</translation>
    </message>
    <message>
        <source>It takes the place of the present links. Nothing is stored before you save, and Undo brings them back.</source>
        <translation>यह अभी के लिंक की जगह लेगा। आपके सहेजने से पहले कुछ नहीं सहेजा जाता, और “पूर्ववत करें” से वे लौट आएँगे।</translation>
    </message>
    <message>
        <source>Start from the &amp;standard mapping</source>
        <translation>मानक फ़ील्ड मेल से शुरू करें(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Load a template…</source>
        <translation>टेम्पलेट लाएँ(&amp;L)…</translation>
    </message>
    <message>
        <source>Save &amp;as a template…</source>
        <translation>टेम्पलेट के रूप में सहेजें(&amp;A)…</translation>
    </message>
    <message>
        <source>Apply to this whole &amp;connection…</source>
        <translation>इस पूरे कनेक्शन पर लागू करें(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Manage templates…</source>
        <translation>टेम्पलेट सँभालें(&amp;M)…</translation>
    </message>
    <message>
        <source>{system} has no standard mapping for {what}.</source>
        <translation>{what} के लिए {system} का कोई मानक फ़ील्ड मेल नहीं है।</translation>
    </message>
    <message>
        <source>start from the standard mapping</source>
        <translation>मानक फ़ील्ड मेल से शुरू करना</translation>
    </message>
    <message>
        <source>The standard mapping: {what}. Nothing is stored before you save.</source>
        <translation>मानक फ़ील्ड मेल: {what}। आपके सहेजने से पहले कुछ नहीं सहेजा जाता।</translation>
    </message>
    <message>
        <source>Load a template</source>
        <translation>टेम्पलेट लाएँ</translation>
    </message>
    <message>
        <source>There is no template for {what} yet</source>
        <translation>{what} के लिए अभी कोई टेम्पलेट नहीं है</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>क्या बदलेगा</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>लाएँ</translation>
    </message>
    <message>
        <source>What would change: {what}</source>
        <translation>क्या बदलेगा: {what}</translation>
    </message>
    <message>
        <source>Save as a template</source>
        <translation>टेम्पलेट के रूप में सहेजें</translation>
    </message>
    <message>
        <source>The links of this kind of record: {what}</source>
        <translation>इस तरह के रिकॉर्ड के लिंक: {what}</translation>
    </message>
    <message>
        <source>The links of every kind of record of {connection}</source>
        <translation>{connection} के हर तरह के रिकॉर्ड के लिंक</translation>
    </message>
    <message>
        <source>Changes that are not saved yet are left out: the template holds what is stored.</source>
        <translation>जो बदलाव अभी सहेजे नहीं गए वे छोड़े जाते हैं: टेम्पलेट में वही रहता है जो सहेजा हुआ है।</translation>
    </message>
    <message>
        <source>Saved as the template “{name}”.</source>
        <translation>“{name}” टेम्पलेट के रूप में सहेजा गया।</translation>
    </message>
    <message>
        <source>This is the standard mapping already.</source>
        <translation>यह पहले से मानक फ़ील्ड मेल ही है।</translation>
    </message>
    <message>
        <source>Field here</source>
        <translation>यहाँ का फ़ील्ड</translation>
    </message>
    <message>
        <source>Field there</source>
        <translation>वहाँ का फ़ील्ड</translation>
    </message>
    <message>
        <source>load the template {name}</source>
        <translation>{name} टेम्पलेट लाना</translation>
    </message>
    <message>
        <source>Steps for one field</source>
        <translation>एक फ़ील्ड के चरण</translation>
    </message>
    <message>
        <source>One kind of record</source>
        <translation>एक तरह के रिकॉर्ड</translation>
    </message>
    <message>
        <source>A whole connection</source>
        <translation>पूरा कनेक्शन</translation>
    </message>
    <message>
        <source>new</source>
        <translation>नए</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>हटेगा</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>बदले</translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>कुछ नहीं बदलेगा</translation>
    </message>
    <message>
        <source>{n} time</source>
        <translation>{n} बार</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} बार</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>every system</source>
        <translation>हर सिस्टम</translation>
    </message>
    <message>
        <source>{n} kind of record</source>
        <translation>{n} तरह के रिकॉर्ड</translation>
    </message>
    <message>
        <source>{n} kinds of record</source>
        <translation>{n} तरह के रिकॉर्ड</translation>
    </message>
    <message>
        <source>There is no template in the file.</source>
        <translation>फ़ाइल में कोई टेम्पलेट नहीं है।</translation>
    </message>
    <message>
        <source>{n} new link</source>
        <translation>{n} नया लिंक</translation>
    </message>
    <message>
        <source>{n} new links</source>
        <translation>{n} नए लिंक</translation>
    </message>
    <message>
        <source>{n} link changed</source>
        <translation>{n} लिंक बदलेगा</translation>
    </message>
    <message>
        <source>{n} links changed</source>
        <translation>{n} लिंक बदलेंगे</translation>
    </message>
    <message>
        <source>{n} link removed</source>
        <translation>{n} लिंक हटेगा</translation>
    </message>
    <message>
        <source>{n} links removed</source>
        <translation>{n} लिंक हटेंगे</translation>
    </message>
    <message>
        <source>by no link</source>
        <translation>किसी लिंक में नहीं</translation>
    </message>
    <message>
        <source>a table of {n} value</source>
        <translation>{n} मान की तालिका</translation>
    </message>
    <message>
        <source>a table of {n} values</source>
        <translation>{n} मानों की तालिका</translation>
    </message>
    <message>
        <source>{n} rule</source>
        <translation>{n} नियम</translation>
    </message>
    <message>
        <source>{n} rules</source>
        <translation>{n} नियम</translation>
    </message>
    <message>
        <source>{name} as {new}</source>
        <translation>{name} अब {new}</translation>
    </message>
    <message>
        <source>Added: {names}.</source>
        <translation>जोड़े गए: {names}।</translation>
    </message>
    <message>
        <source>Replaced, as a new version: {names}.</source>
        <translation>बदले गए, नए संस्करण के रूप में: {names}।</translation>
    </message>
    <message>
        <source>Added under another name: {names}.</source>
        <translation>दूसरे नाम से जोड़े गए: {names}।</translation>
    </message>
    <message>
        <source>Here already, and the same: {names}.</source>
        <translation>पहले से यहाँ हैं, और वैसे ही: {names}।</translation>
    </message>
    <message>
        <source>Links set: {kinds}.</source>
        <translation>लिंक लगाए गए: {kinds}।</translation>
    </message>
    <message>
        <source>No links were set.</source>
        <translation>कोई लिंक नहीं लगाया गया।</translation>
    </message>
    <message>
        <source>Not synced over this connection, left out: {kinds}.</source>
        <translation>इस कनेक्शन पर सिंक नहीं होते, छोड़े गए: {kinds}।</translation>
    </message>
    <message>
        <source>{n} (now)</source>
        <translation>{n} (अभी)</translation>
    </message>
    <message>
        <source>not synced over this connection: left out</source>
        <translation>इस कनेक्शन पर सिंक नहीं होता: छोड़ा जाएगा</translation>
    </message>
    <message>
        <source>not in the template: stays as it is</source>
        <translation>टेम्पलेट में नहीं: जैसा है वैसा रहेगा</translation>
    </message>
    <message>
        <source>Which of our values is which of theirs. It is read both ways.</source>
        <translation>हमारा कौन सा मान उनका कौन सा है। यह दोनों दिशाओं में पढ़ा जाता है।</translation>
    </message>
    <message>
        <source>{n} line was added.</source>
        <translation>{n} पंक्ति जोड़ी गई।</translation>
    </message>
    <message>
        <source>{n} lines were added.</source>
        <translation>{n} पंक्तियाँ जोड़ी गईं।</translation>
    </message>
    <message>
        <source>{n} line is copied, for Excel.</source>
        <translation>Excel के लिए {n} पंक्ति कॉपी हुई।</translation>
    </message>
    <message>
        <source>{n} lines are copied, for Excel.</source>
        <translation>Excel के लिए {n} पंक्तियाँ कॉपी हुईं।</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>पंक्ति जोड़ें</translation>
    </message>
    <message>
        <source>Fill in what is known</source>
        <translation>जो पता है वह भरें</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>क्रम से लगाएँ</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>Excel से पेस्ट करें</translation>
    </message>
    <message>
        <source>Look up the values of both sides</source>
        <translation>दोनों ओर के मान देखें</translation>
    </message>
    <message>
        <source>Looking at the values of both sides …</source>
        <translation>दोनों ओर के मान देखे जा रहे हैं …</translation>
    </message>
    <message>
        <source>Values that are not in the table</source>
        <translation>जो मान तालिका में नहीं हैं</translation>
    </message>
    <message>
        <source>Which value is which. On the way in the table comes first, then the transforms.</source>
        <translation>कौन सा मान कौन सा है। आते समय पहले तालिका, फिर रूपांतर।</translation>
    </message>
    <message>
        <source>Here, not in the table yet:</source>
        <translation>यहाँ हैं, अभी तालिका में नहीं:</translation>
    </message>
    <message>
        <source>In {system}, not in the table yet:</source>
        <translation>{system} में हैं, अभी तालिका में नहीं:</translation>
    </message>
    <message>
        <source>remove from the value table</source>
        <translation>मान तालिका से हटाना</translation>
    </message>
    <message>
        <source>sort the value table</source>
        <translation>मान तालिका को क्रम से लगाना</translation>
    </message>
    <message>
        <source>Copy two columns in Excel, ours and theirs beside each other, and paste them here.</source>
        <translation>Excel में साथ-साथ दो कॉलम, हमारा और उनका, कॉपी करें और यहाँ पेस्ट करें।</translation>
    </message>
    <message>
        <source>paste into the value table</source>
        <translation>मान तालिका में पेस्ट करना</translation>
    </message>
    <message>
        <source>{n} line was left out:</source>
        <translation>{n} पंक्ति छोड़ी गई:</translation>
    </message>
    <message>
        <source>{n} lines were left out:</source>
        <translation>{n} पंक्तियाँ छोड़ी गईं:</translation>
    </message>
    <message>
        <source>rule for other values</source>
        <translation>दूसरे मानों का नियम</translation>
    </message>
    <message>
        <source>Remove the chosen lines</source>
        <translation>चुनी हुई पंक्तियाँ हटाएँ</translation>
    </message>
    <message>
        <source>Two columns: ours, theirs  (Ctrl+V)</source>
        <translation>दो कॉलम: हमारा, उनका  (Ctrl+V)</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>तालिका कॉपी करें</translation>
    </message>
    <message>
        <source>There is no default value yet: give one above.</source>
        <translation>अभी कोई डिफ़ॉल्ट मान नहीं है: ऊपर एक दें।</translation>
    </message>
    <message>
        <source>There is nothing more to fill in.</source>
        <translation>भरने को और कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Add all {n}</source>
        <translation>सभी {n} जोड़ें</translation>
    </message>
    <message>
        <source>value table</source>
        <translation>मान तालिका</translation>
    </message>
    <message>
        <source>Choose the lines to remove first.</source>
        <translation>पहले हटाने वाली पंक्तियाँ चुनें।</translation>
    </message>
    <message>
        <source>fill in what is known</source>
        <translation>जो पता है वह भरना</translation>
    </message>
    <message>
        <source>There are no two columns to paste</source>
        <translation>पेस्ट करने के लिए दो कॉलम नहीं हैं</translation>
    </message>
    <message>
        <source>Add “{value}”</source>
        <translation>“{value}” जोड़ें</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>{name} की प्रगति</translation>
    </message>
    <message>
        <source>For 30 minutes</source>
        <translation>30 मिनट के लिए</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 घंटे के लिए</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>कल तक</translation>
    </message>
    <message>
        <source>Sync now: {name}</source>
        <translation>अभी सिंक करें: {name}</translation>
    </message>
    <message>
        <source>Stop the sync: {name}</source>
        <translation>सिंक रोकें: {name}</translation>
    </message>
    <message>
        <source>Pause: {name}</source>
        <translation>रोक कर रखें: {name}</translation>
    </message>
    <message>
        <source>End the pause: {name}</source>
        <translation>रोक हटाएँ: {name}</translation>
    </message>
    <message>
        <source>Open connection: {name}</source>
        <translation>कनेक्शन खोलें: {name}</translation>
    </message>
    <message>
        <source>Decisions of {name}</source>
        <translation>{name} के फ़ैसले</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>झलक</translation>
    </message>
    <message>
        <source>Sync all</source>
        <translation>सब सिंक करें</translation>
    </message>
    <message>
        <source>Connect your first system</source>
        <translation>अपना पहला सिस्टम जोड़ें</translation>
    </message>
    <message>
        <source>SalesMate Sync reads customers, items, orders, invoices and receipts from Tally and keeps them up to date. Nothing in Tally is changed while you try.</source>
        <translation>SalesMate Sync, Tally से ग्राहक, आइटम, ऑर्डर, बिल और रसीदें पढ़कर उन्हें ताज़ा रखता है। आज़माने के दौरान Tally में कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>Connect Tally</source>
        <translation>Tally जोड़ें</translation>
    </message>
    <message>
        <source>Just show me</source>
        <translation>बस दिखाइए</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>आपका ध्यान चाहिए</translation>
    </message>
    <message>
        <source>{n} more is in Activity</source>
        <translation>{n} और गतिविधि में है</translation>
    </message>
    <message>
        <source>{n} more are in Activity</source>
        <translation>{n} और गतिविधि में हैं</translation>
    </message>
    <message>
        <source>Opens a made-up company in a window of its own</source>
        <translation>एक काल्पनिक कंपनी अलग विंडो में खोलता है</translation>
    </message>
    <message>
        <source>Records by day</source>
        <translation>दिन के अनुसार रिकॉर्ड</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>पिछले सिंक</translation>
    </message>
    <message>
        <source>Show {what}</source>
        <translation>{what} दिखाएँ</translation>
    </message>
    <message>
        <source>{synced} synced, {failed} failed in {n} days</source>
        <translation>{n} दिन में {synced} सिंक हुए, {failed} विफल</translation>
    </message>
    <message>
        <source>Trial run, nothing written</source>
        <translation>परीक्षण, कुछ लिखा नहीं गया</translation>
    </message>
    <message>
        <source>open it to see the plan</source>
        <translation>योजना देखने के लिए खोलें</translation>
    </message>
    <message>
        <source>Nothing had changed</source>
        <translation>कुछ बदला नहीं था</translation>
    </message>
    <message>
        <source>No records moved in the last {n} days</source>
        <translation>पिछले {n} दिन में कोई रिकॉर्ड नहीं आया</translation>
    </message>
    <message>
        <source>Next sync</source>
        <translation>अगला सिंक</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>फ़ैसला करें</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>देखें</translation>
    </message>
    <message>
        <source>Open connection</source>
        <translation>कनेक्शन खोलें</translation>
    </message>
    <message>
        <source>Show records</source>
        <translation>रिकॉर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>Choose a port</source>
        <translation>पोर्ट चुनें</translation>
    </message>
    <message>
        <source>No sync has run yet.</source>
        <translation>अभी तक कोई सिंक नहीं हुआ।</translation>
    </message>
    <message>
        <source>Delete this record…</source>
        <translation>यह रिकॉर्ड हटाएँ…</translation>
    </message>
    <message>
        <source>This record can't be shown</source>
        <translation>यह रिकॉर्ड नहीं दिखाया जा सकता</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>कहाँ-कहाँ है</translation>
    </message>
    <message>
        <source>Go back to the version of {when}…</source>
        <translation>{when} के संस्करण पर लौटें…</translation>
    </message>
    <message>
        <source>Delete record</source>
        <translation>रिकॉर्ड हटाएँ</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>“{name}” हटाएँ?</translation>
    </message>
    <message>
        <source>Edit this record</source>
        <translation>यह रिकॉर्ड बदलें</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>वापस लाएँ</translation>
    </message>
    <message>
        <source>Copy this record</source>
        <translation>यह रिकॉर्ड कॉपी करें</translation>
    </message>
    <message>
        <source>Close the record</source>
        <translation>रिकॉर्ड बंद करें</translation>
    </message>
    <message>
        <source>Close  (Esc)</source>
        <translation>बंद करें  (Esc)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>इतिहास</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>क्या भेजा गया</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} बदलें</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>फ़ील्ड</translation>
    </message>
    <message>
        <source>This is the record as it is now</source>
        <translation>रिकॉर्ड अब ऐसा है</translation>
    </message>
    <message>
        <source>What you typed stays: {fields}.</source>
        <translation>आपका लिखा हुआ बना है: {fields}।</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>बिना सहेजे छोड़ें?</translation>
    </message>
    <message>
        <source>What you typed is not kept then.</source>
        <translation>तब आपका लिखा हुआ नहीं रखा जाएगा।</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>बिना सहेजे छोड़ें</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>लिखना जारी रखें</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>फिर से लाएँ</translation>
    </message>
    <message>
        <source>Save  (Ctrl+Enter)</source>
        <translation>सहेजें  (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>नया ग्राहक</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>नया आइटम</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>नया संपर्क</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>नया सौदा</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>नया ऑर्डर</translation>
    </message>
    <message>
        <source>New invoice</source>
        <translation>नया बिल</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>नया भुगतान</translation>
    </message>
    <message>
        <source>It is kept here at once, and sent to {names} with the next sync.</source>
        <translation>यह तुरंत यहाँ रखा जाता है, और अगले सिंक के साथ {names} को भेजा जाता है।</translation>
    </message>
    <message>
        <source>It stays here: no connection sends records of this kind.</source>
        <translation>यह यहीं रहता है: कोई कनेक्शन इस प्रकार के रिकॉर्ड नहीं भेजता।</translation>
    </message>
    <message>
        <source>Save and new</source>
        <translation>सहेजें और नया</translation>
    </message>
    <message>
        <source>“{name}” was saved.</source>
        <translation>“{name}” सहेजा गया।</translation>
    </message>
    <message>
        <source>Save, and begin the next one</source>
        <translation>सहेजें, और अगला शुरू करें</translation>
    </message>
    <message>
        <source>Fields with * are needed.</source>
        <translation>* वाले फ़ील्ड भरना ज़रूरी है।</translation>
    </message>
    <message>
        <source>The last column, SalesMate id, lets changed rows be imported again: leave it as it is.</source>
        <translation>आख़िरी कॉलम, SalesMate id, से बदली हुई पंक्तियाँ फिर आयात की जा सकती हैं: उसे जैसा है वैसा रहने दें।</translation>
    </message>
    <message>
        <source>What the list shows: {how}</source>
        <translation>जो सूची में दिखता है: {how}</translation>
    </message>
    <message>
        <source>{n} record is in the file</source>
        <translation>फ़ाइल में {n} रिकॉर्ड है</translation>
    </message>
    <message>
        <source>{n} records are in the file</source>
        <translation>फ़ाइल में {n} रिकॉर्ड हैं</translation>
    </message>
    <message>
        <source>Export {kind}</source>
        <translation>{kind} निर्यात करें</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>जगह चुनें…</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>फ़ाइल का प्रकार</translation>
    </message>
    <message>
        <source>Excel (.xlsx)</source>
        <translation>Excel (.xlsx)</translation>
    </message>
    <message>
        <source>CSV (.csv)</source>
        <translation>CSV (.csv)</translation>
    </message>
    <message>
        <source>Lines of a document</source>
        <translation>दस्तावेज़ की पंक्तियाँ</translation>
    </message>
    <message>
        <source>A row for each line, with the document's fields in each</source>
        <translation>हर पंक्ति के लिए अलग कतार, हर एक में दस्तावेज़ के फ़ील्ड</translation>
    </message>
    <message>
        <source>On sheets of their own</source>
        <translation>अपनी अलग शीट पर</translation>
    </message>
    <message>
        <source>&amp;Kind of file</source>
        <translation>फ़ाइल का प्रकार(&amp;K)</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>निर्यात की प्रगति</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>फ़ाइल लिखी जा रही है…</translation>
    </message>
    <message>
        <source>All {kind}</source>
        <translation>सभी {kind}</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>पंक्तियाँ(&amp;L)</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>निर्यात रोकें</translation>
    </message>
    <message>
        <source>search “{text}”</source>
        <translation>खोज “{text}”</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} में से {done}</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>कोई फ़ाइल नहीं लिखी गई।</translation>
    </message>
    <message>
        <source>Go back to an earlier version</source>
        <translation>पुराने संस्करण पर लौटें</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>क्या बदलेगा</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>वापस लौटें</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>जैसा अभी है</translation>
    </message>
    <message>
        <source>As it was then</source>
        <translation>जैसा तब था</translation>
    </message>
    <message>
        <source>Nothing differs from then.</source>
        <translation>तब से कुछ अलग नहीं है।</translation>
    </message>
    <message>
        <source>A CSV or Excel file: choose it, or drop it here. Nothing is written before you have seen what would be done.</source>
        <translation>CSV या Excel फ़ाइल: उसे चुनें, या यहाँ लाकर छोड़ें। क्या किया जाएगा, यह देखने से पहले कुछ नहीं लिखा जाता।</translation>
    </message>
    <message>
        <source>{rows} rows below the titles; {n} of {all} columns are taken.</source>
        <translation>शीर्षकों के नीचे {rows} पंक्तियाँ; {all} में से {n} कॉलम लिए जाते हैं।</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>अभी कोई फ़ाइल नहीं चुनी गई</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>फ़ाइल चुनें…</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>फ़ाइल में क्या है</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>शीट</translation>
    </message>
    <message>
        <source>The titles are in row</source>
        <translation>शीर्षक इस पंक्ति में हैं</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>शीट(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Titles in row</source>
        <translation>शीर्षक की पंक्ति(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Holds</source>
        <translation>फ़ाइल में(&amp;H)</translation>
    </message>
    <message>
        <source>Records that are here already</source>
        <translation>जो रिकॉर्ड यहाँ पहले से हैं</translation>
    </message>
    <message>
        <source>Change them as the file says</source>
        <translation>फ़ाइल के अनुसार बदलें</translation>
    </message>
    <message>
        <source>Leave them as they are: only new ones</source>
        <translation>जैसे हैं वैसे छोड़ें: सिर्फ़ नए लें</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>खाली सेल</translation>
    </message>
    <message>
        <source>Leave the field as it is</source>
        <translation>फ़ील्ड जैसा है वैसा छोड़ें</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>फ़ील्ड खाली करें</translation>
    </message>
    <message>
        <source>&amp;Records that are here already</source>
        <translation>जो रिकॉर्ड यहाँ पहले से हैं(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Empty cells</source>
        <translation>खाली सेल(&amp;E)</translation>
    </message>
    <message>
        <source>The file's columns</source>
        <translation>फ़ाइल के कॉलम</translation>
    </message>
    <message>
        <source>Two columns go into “{field}”. Take one of them only.</source>
        <translation>दो कॉलम “{field}” में जा रहे हैं। उनमें से सिर्फ़ एक लें।</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>फ़ाइल में</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>पहले मान</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>यहाँ जाता है</translation>
    </message>
    <message>
        <source>{column} goes into</source>
        <translation>{column} यहाँ जाता है</translation>
    </message>
    <message>
        <source>(don't take)</source>
        <translation>(न लें)</translation>
    </message>
    <message>
        <source>New records also need: {fields}.</source>
        <translation>नए रिकॉर्ड के लिए यह भी ज़रूरी है: {fields}।</translation>
    </message>
    <message>
        <source>{file} left out</source>
        <translation>{file} छोड़ी गई पंक्तियाँ</translation>
    </message>
    <message>
        <source>Import records from a file</source>
        <translation>फ़ाइल से रिकॉर्ड आयात करें</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>आयात की प्रगति</translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation>आयात के लिए फ़ाइल चुनें</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>फ़ाइल पढ़ी जा रही है…</translation>
    </message>
    <message>
        <source>1. The file</source>
        <translation>1. फ़ाइल</translation>
    </message>
    <message>
        <source>2. What would be done</source>
        <translation>2. क्या किया जाएगा</translation>
    </message>
    <message>
        <source>3. Done</source>
        <translation>3. हो गया</translation>
    </message>
    <message>
        <source>Comparing the file with what is here…</source>
        <translation>फ़ाइल की तुलना यहाँ के रिकॉर्ड से हो रही है…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>आयात हो रहा है…</translation>
    </message>
    <message>
        <source>Undo the last import</source>
        <translation>पिछला आयात पूर्ववत करें</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>वापस लिया जा रहा है…</translation>
    </message>
    <message>
        <source>Save what is left out</source>
        <translation>छोड़ी गई पंक्तियाँ सहेजें</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>इसे पूर्ववत करें</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>आयात रोकें</translation>
    </message>
    <message>
        <source>{n} row is saved</source>
        <translation>{n} पंक्ति सहेजी गई</translation>
    </message>
    <message>
        <source>{n} rows are saved</source>
        <translation>{n} पंक्तियाँ सहेजी गईं</translation>
    </message>
    <message>
        <source>Stopping at the next safe point…</source>
        <translation>अगले सुरक्षित बिंदु पर रुक रहा है…</translation>
    </message>
    <message>
        <source>Import {n} record</source>
        <translation>{n} रिकॉर्ड आयात करें</translation>
    </message>
    <message>
        <source>Import {n} records</source>
        <translation>{n} रिकॉर्ड आयात करें</translation>
    </message>
    <message>
        <source>Records that it made are marked as deleted, changed ones are as they were before. What was changed since stays, and is listed here. Where the connected systems had it already, the next sync takes it back there, too, as your settings for deletions say.</source>
        <translation>इससे बने रिकॉर्ड हटाए गए के रूप में चिह्नित होते हैं, बदले हुए पहले जैसे हो जाते हैं। जो उसके बाद बदला गया वह रहता है और यहाँ दिखाया जाता है। जहाँ जुड़े सिस्टम तक यह पहुँच चुका था, वहाँ भी अगला सिंक इसे वापस लेता है, जैसा हटाने की आपकी सेटिंग कहती है।</translation>
    </message>
    <message>
        <source>{n} record is again as it was before this import.</source>
        <translation>{n} रिकॉर्ड फिर वैसा है जैसा इस आयात से पहले था।</translation>
    </message>
    <message>
        <source>{n} records are again as they were before this import.</source>
        <translation>{n} रिकॉर्ड फिर वैसे हैं जैसे इस आयात से पहले थे।</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>यह आयात पूर्ववत करें…</translation>
    </message>
    <message>
        <source>Save what is left out…</source>
        <translation>छोड़ी गई पंक्तियाँ सहेजें…</translation>
    </message>
    <message>
        <source>Undo this import?</source>
        <translation>यह आयात पूर्ववत करें?</translation>
    </message>
    <message>
        <source>Undo the import now</source>
        <translation>आयात अभी पूर्ववत करें</translation>
    </message>
    <message>
        <source>is not a number; write it like 1,23,456.50</source>
        <translation>संख्या नहीं है; इसे 1,23,456.50 की तरह लिखें</translation>
    </message>
    <message>
        <source>is not a date; write it like 31-12-2026</source>
        <translation>तारीख नहीं है; इसे 31-12-2026 की तरह लिखें</translation>
    </message>
    <message>
        <source>is a day that does not exist; it is read as day, month, year</source>
        <translation>ऐसा कोई दिन नहीं है; इसे दिन, महीना, साल के क्रम में पढ़ा जाता है</translation>
    </message>
    <message>
        <source>is neither yes nor no</source>
        <translation>न हाँ है न नहीं</translation>
    </message>
    <message>
        <source>is none of the words that this field takes</source>
        <translation>उन शब्दों में नहीं है जो यह फ़ील्ड लेता है</translation>
    </message>
    <message>
        <source>is an error that Excel shows instead of a value</source>
        <translation>एक त्रुटि है जो Excel मान की जगह दिखाता है</translation>
    </message>
    <message>
        <source>holds a character that is not text</source>
        <translation>में ऐसा अक्षर है जो टेक्स्ट नहीं है</translation>
    </message>
    <message>
        <source>differs from the first row of the same document</source>
        <translation>उसी दस्तावेज़ की पहली पंक्ति से अलग है</translation>
    </message>
    <message>
        <source>is not a customer here; import or add the customer first</source>
        <translation>यहाँ ग्राहक नहीं है; पहले उस ग्राहक को आयात करें या जोड़ें</translation>
    </message>
    <message>
        <source>is not a product here; import or add the product first</source>
        <translation>यहाँ आइटम नहीं है; पहले उस आइटम को आयात करें या जोड़ें</translation>
    </message>
    <message>
        <source>is not a contact here; import or add the contact first</source>
        <translation>यहाँ संपर्क नहीं है; पहले उस संपर्क को आयात करें या जोड़ें</translation>
    </message>
    <message>
        <source>is not an invoice here; import or add the invoice first</source>
        <translation>यहाँ बिल नहीं है; पहले उस बिल को आयात करें या जोड़ें</translation>
    </message>
    <message>
        <source>is the name of several records here; write the SalesMate id instead</source>
        <translation>यहाँ कई रिकॉर्ड का नाम है; इसकी जगह SalesMate id लिखें</translation>
    </message>
    <message>
        <source>Several records here have the same identifying fields. Correct them, or add the SalesMate id.</source>
        <translation>यहाँ कई रिकॉर्ड के पहचान वाले फ़ील्ड एक जैसे हैं। उन्हें ठीक करें या SalesMate id जोड़ें।</translation>
    </message>
    <message>
        <source>Several records here bear this name. Add what tells them apart, or the SalesMate id.</source>
        <translation>यहाँ कई रिकॉर्ड का यही नाम है। जो उन्हें अलग करता है वह जोड़ें, या SalesMate id।</translation>
    </message>
    <message>
        <source>A record here bears this name, but another GSTIN, e-mail or SKU. Is it the same?</source>
        <translation>यहाँ एक रिकॉर्ड का यही नाम है, पर GSTIN, ई-मेल या SKU दूसरा है। क्या यह वही है?</translation>
    </message>
    <message>
        <source>A document here has this number and date, but another customer. Is it the same?</source>
        <translation>यहाँ एक दस्तावेज़ का यही नंबर और तारीख है, पर ग्राहक दूसरा है। क्या यह वही है?</translation>
    </message>
    <message>
        <source>An earlier row of this file is about the same record.</source>
        <translation>इस फ़ाइल की एक पहले की पंक्ति इसी रिकॉर्ड के बारे में है।</translation>
    </message>
    <message>
        <source>No record here has this SalesMate id. Empty the cell to make a new record.</source>
        <translation>यहाँ किसी रिकॉर्ड की यह SalesMate id नहीं है। नया रिकॉर्ड बनाने के लिए सेल खाली करें।</translation>
    </message>
    <message>
        <source>The record with this SalesMate id was deleted here. Bring it back first, or empty the cell.</source>
        <translation>इस SalesMate id का रिकॉर्ड यहाँ हटाया गया था। पहले उसे वापस लाएँ, या सेल खाली करें।</translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation>यह फ़ील्ड ज़रूरी है।</translation>
    </message>
    <message>
        <source>{list} {n}</source>
        <translation>{list} {n}</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
    <message>
        <source>{field}: {said}</source>
        <translation>{field}: {said}</translation>
    </message>
    <message>
        <source>{kind}  {n}</source>
        <translation>{kind}  {n}</translation>
    </message>
    <message>
        <source>Last import: {file} ({kind}), {when}.</source>
        <translation>पिछला आयात: {file} ({kind}), {when}।</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>वैसा ही</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>संदिग्ध</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>गलत</translation>
    </message>
    <message>
        <source>SalesMate id</source>
        <translation>SalesMate id</translation>
    </message>
    <message>
        <source>{list}: {field}</source>
        <translation>{list}: {field}</translation>
    </message>
    <message>
        <source>“{shown}” {reason}</source>
        <translation>“{shown}” {reason}</translation>
    </message>
    <message>
        <source>Row {n}, {said}</source>
        <translation>पंक्ति {n}, {said}</translation>
    </message>
    <message>
        <source>Nothing is written yet: this is what the import would do</source>
        <translation>अभी कुछ नहीं लिखा गया: आयात यह करेगा</translation>
    </message>
    <message>
        <source>{n} record was made.</source>
        <translation>{n} रिकॉर्ड बना।</translation>
    </message>
    <message>
        <source>{n} records were made.</source>
        <translation>{n} रिकॉर्ड बने।</translation>
    </message>
    <message>
        <source>{n} record was changed.</source>
        <translation>{n} रिकॉर्ड बदला।</translation>
    </message>
    <message>
        <source>{n} records were changed.</source>
        <translation>{n} रिकॉर्ड बदले।</translation>
    </message>
    <message>
        <source>The file is imported</source>
        <translation>फ़ाइल आयात हो गई</translation>
    </message>
    <message>
        <source>Found here by: {fields}</source>
        <translation>यहाँ इससे मिला: {fields}</translation>
    </message>
    <message>
        <source>Nothing would be written</source>
        <translation>कुछ नहीं लिखा जाएगा</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} नए</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n} बदले हुए</translation>
    </message>
    <message>
        <source>{n} the same</source>
        <translation>{n} वैसे ही</translation>
    </message>
    <message>
        <source>{n} doubtful and left out</source>
        <translation>{n} संदिग्ध, छोड़े गए</translation>
    </message>
    <message>
        <source>{n} wrong and left out</source>
        <translation>{n} गलत, छोड़े गए</translation>
    </message>
    <message>
        <source>{n} stayed as it is.</source>
        <translation>{n} जैसा था वैसा रहा।</translation>
    </message>
    <message>
        <source>{n} stayed as they are.</source>
        <translation>{n} जैसे थे वैसे रहे।</translation>
    </message>
    <message>
        <source>{n} could not be taken.</source>
        <translation>{n} नहीं लिए जा सके।</translation>
    </message>
    <message>
        <source>The database took no more. {hint}</source>
        <translation>डेटाबेस ने आगे नहीं लिया। {hint}</translation>
    </message>
    <message>
        <source>What was taken in stays; importing the file again goes on with the rest.</source>
        <translation>जो लिया गया वह बना रहता है; फ़ाइल फिर आयात करने पर बाकी से आगे चलता है।</translation>
    </message>
    <message>
        <source>The next sync sends it to the connected systems, where that is switched on.</source>
        <translation>अगला सिंक इसे जुड़े सिस्टम को भेजता है, जहाँ यह चालू है।</translation>
    </message>
    <message>
        <source>What is here already stays as it is.</source>
        <translation>जो यहाँ पहले से है वह वैसा ही रहता है।</translation>
    </message>
    <message>
        <source>{n} more is counted, but not listed.</source>
        <translation>{n} और गिना गया, पर सूची में नहीं है।</translation>
    </message>
    <message>
        <source>{n} more are counted, but not listed.</source>
        <translation>{n} और गिने गए, पर सूची में नहीं हैं।</translation>
    </message>
    <message>
        <source>Show rows by what becomes of them</source>
        <translation>पंक्तियाँ इस आधार पर दिखाएँ कि उनका क्या होगा</translation>
    </message>
    <message>
        <source>A file with these rows and what is wrong: correct it, then import it</source>
        <translation>इन पंक्तियों और उनकी गलती वाली फ़ाइल: उसे ठीक करें, फिर आयात करें</translation>
    </message>
    <message>
        <source>What would become of each record</source>
        <translation>हर रिकॉर्ड का क्या होगा</translation>
    </message>
    <message>
        <source>The chosen row</source>
        <translation>चुनी गई पंक्ति</translation>
    </message>
    <message>
        <source>All but the same</source>
        <translation>वैसे ही को छोड़कर सभी</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>पंक्ति</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Total: {amount}</source>
        <translation>कुल: {amount}</translation>
    </message>
    <message>
        <source>Add a line  (Ins, or Enter in the last line)</source>
        <translation>पंक्ति जोड़ें  (Ins, या अंतिम पंक्ति में Enter)</translation>
    </message>
    <message>
        <source>{group}: {what}</source>
        <translation>{group}: {what}</translation>
    </message>
    <message>
        <source>Round to whole rupees</source>
        <translation>पूरे रुपयों में राउंड करें</translation>
    </message>
    <message>
        <source>{group}: add a line</source>
        <translation>{group}: पंक्ति जोड़ें</translation>
    </message>
    <message>
        <source>remove the line</source>
        <translation>पंक्ति हटाएँ</translation>
    </message>
    <message>
        <source>Remove the line  (Del; Ctrl+Z brings it back)</source>
        <translation>पंक्ति हटाएँ  (Del; Ctrl+Z से वापस आती है)</translation>
    </message>
    <message>
        <source>move the line up</source>
        <translation>पंक्ति ऊपर ले जाएँ</translation>
    </message>
    <message>
        <source>Move the line up  (Alt+Up)</source>
        <translation>पंक्ति ऊपर ले जाएँ  (Alt+Up)</translation>
    </message>
    <message>
        <source>move the line down</source>
        <translation>पंक्ति नीचे ले जाएँ</translation>
    </message>
    <message>
        <source>Move the line down  (Alt+Down)</source>
        <translation>पंक्ति नीचे ले जाएँ  (Alt+Down)</translation>
    </message>
    <message>
        <source>{amount} more than the payment is allocated.</source>
        <translation>भुगतान से {amount} अधिक बाँटा गया है।</translation>
    </message>
    <message>
        <source>Not allocated to any bill: {amount}</source>
        <translation>किसी बिल में नहीं बाँटी गई रकम: {amount}</translation>
    </message>
    <message>
        <source>Other charges in the total</source>
        <translation>कुल में अन्य शुल्क</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>अपने-आप गणना</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>छूट %</translation>
    </message>
    <message>
        <source>GST %</source>
        <translation>GST %</translation>
    </message>
    <message>
        <source>Rate %</source>
        <translation>दर %</translation>
    </message>
    <message>
        <source>Line {n}, {field}</source>
        <translation>पंक्ति {n}, {field}</translation>
    </message>
    <message>
        <source>This amount was typed. Clear it to have it computed.</source>
        <translation>यह रकम हाथ से लिखी गई है। अपने-आप गणना के लिए इसे मिटा दें।</translation>
    </message>
    <message>
        <source>CGST, SGST or IGST, or its name in the books</source>
        <translation>CGST, SGST या IGST, या बहीखाते में इसका नाम</translation>
    </message>
    <message>
        <source>{date}, {amount} due</source>
        <translation>{date}, {amount} बाकी</translation>
    </message>
    <message>
        <source>Found records</source>
        <translation>मिले हुए रिकॉर्ड</translation>
    </message>
    <message>
        <source>Records from a CSV or Excel file; the file may also be dropped here  (Ctrl+I)</source>
        <translation>CSV या Excel फ़ाइल से रिकॉर्ड; फ़ाइल यहाँ लाकर छोड़ी भी जा सकती है  (Ctrl+I)</translation>
    </message>
    <message>
        <source>Records into a CSV or Excel file  (Ctrl+E)</source>
        <translation>रिकॉर्ड CSV या Excel फ़ाइल में  (Ctrl+E)</translation>
    </message>
    <message>
        <source>Search the records</source>
        <translation>रिकॉर्ड खोजें</translation>
    </message>
    <message>
        <source>Names, numbers, GSTIN, phone…  (Ctrl+F)</source>
        <translation>नाम, नंबर, GSTIN, फ़ोन…  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show records by how their sync stands</source>
        <translation>सिंक की स्थिति के अनुसार रिकॉर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>सभी रिकॉर्ड</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>नया…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>निर्यात…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>गिना जा रहा है…</translation>
    </message>
    <message>
        <source>A new record of this kind  (Ctrl+Shift+N)</source>
        <translation>इस प्रकार का नया रिकॉर्ड  (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} मिले</translation>
    </message>
    <message>
        <source>No {what} match this search and filter.</source>
        <translation>इस खोज और फ़िल्टर से कोई {what} नहीं मिला।</translation>
    </message>
    <message>
        <source>No {what} yet</source>
        <translation>अभी कोई {what} नहीं</translation>
    </message>
    <message>
        <source>They appear here with the first sync that brings some.</source>
        <translation>ये उस पहले सिंक के साथ दिखेंगे जो इन्हें लाए।</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>फिर शुरू करें</translation>
    </message>
    <message>
        <source>Sync this record with {name} again</source>
        <translation>इस रिकॉर्ड को {name} के साथ फिर सिंक करें</translation>
    </message>
    <message>
        <source>Leave this record out of every sync with {name}</source>
        <translation>इस रिकॉर्ड को {name} के हर सिंक से बाहर रखें</translation>
    </message>
    <message>
        <source>Only here: it is linked to no other system.</source>
        <translation>सिर्फ़ यहाँ: किसी और सिस्टम से नहीं जुड़ा।</translation>
    </message>
    <message>
        <source>Decide: {what}</source>
        <translation>फ़ैसला करें: {what}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>मसौदा</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>दर्ज</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Against bill</source>
        <translation>बिल के सामने</translation>
    </message>
    <message>
        <source>New bill</source>
        <translation>नया बिल</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>अग्रिम</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>खाते पर</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>आया</translation>
    </message>
    <message>
        <source>Marked as deleted</source>
        <translation>हटाया हुआ</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>वापस लाया गया</translation>
    </message>
    <message>
        <source>made there</source>
        <translation>वहाँ बनाया</translation>
    </message>
    <message>
        <source>changed there</source>
        <translation>वहाँ बदला</translation>
    </message>
    <message>
        <source>deleted there</source>
        <translation>वहाँ हटाया</translation>
    </message>
    <message>
        <source>sent, not confirmed yet</source>
        <translation>भेजा, अभी पुष्टि नहीं</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>पहुँच गया</translation>
    </message>
    <message>
        <source>not sent: it had changed there just before</source>
        <translation>नहीं भेजा: ठीक पहले वहाँ बदल गया था</translation>
    </message>
    <message>
        <source>did not arrive</source>
        <translation>नहीं पहुँचा</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>अस्वीकार हुआ</translation>
    </message>
    <message>
        <source>waits for your decision</source>
        <translation>आपके फ़ैसले का इंतज़ार</translation>
    </message>
    <message>
        <source>Not a customer in the hub: the name stands so in the books.</source>
        <translation>हब में यह ग्राहक नहीं है: बही में यही नाम लिखा है।</translation>
    </message>
    <message>
        <source>{name}: {what}, {state}</source>
        <translation>{name}: {what}, {state}</translation>
    </message>
    <message>
        <source>A change is kept here at once. It goes to {names} with the next sync, where this kind of record is synced both ways.</source>
        <translation>बदलाव यहाँ तुरंत रखा जाता है। जहाँ इस तरह के रिकॉर्ड दोनों दिशाओं में सिंक होते हैं, वहाँ अगले सिंक से {names} में जाएगा।</translation>
    </message>
    <message>
        <source>It is marked as deleted here and kept with its history; it can be brought back from its page.
Where deletions are passed on, the next sync deletes it in the connected system, too. Otherwise it stays there.</source>
        <translation>यहाँ इस पर हटाए जाने का निशान लगेगा और यह अपने इतिहास के साथ रखा जाएगा; इसके पन्ने से इसे वापस लाया जा सकता है।
जहाँ हटाना आगे भेजा जाता है, वहाँ अगला सिंक इसे जुड़े सिस्टम में भी हटाएगा। नहीं तो यह वहाँ बना रहेगा।</translation>
    </message>
    <message>
        <source>In step since {when}</source>
        <translation>एक जैसा, {when} से</translation>
    </message>
    <message>
        <source>import of {file}</source>
        <translation>{file} का आयात</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>दूसरा प्रोग्राम</translation>
    </message>
    <message>
        <source>a person here</source>
        <translation>यहाँ के व्यक्ति</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>पूर्ववत</translation>
    </message>
    <message>
        <source>a decision</source>
        <translation>एक फ़ैसला</translation>
    </message>
    <message>
        <source>{what} · {by}</source>
        <translation>{what} · {by}</translation>
    </message>
    <message>
        <source>A change stays here: this record is linked to no other system.</source>
        <translation>बदलाव यहीं रहेगा: यह रिकॉर्ड किसी और सिस्टम से जुड़ा नहीं है।</translation>
    </message>
    <message>
        <source>(no number)</source>
        <translation>(नंबर नहीं)</translation>
    </message>
    <message>
        <source>less {n} %</source>
        <translation>{n} % छूट</translation>
    </message>
    <message>
        <source>GST {n} %</source>
        <translation>GST {n} %</translation>
    </message>
    <message>
        <source>HSN {code}</source>
        <translation>HSN {code}</translation>
    </message>
    <message>
        <source>Deleted there {when}</source>
        <translation>वहाँ हटाया गया {when}</translation>
    </message>
    <message>
        <source>a connection that was removed</source>
        <translation>हटाया गया कनेक्शन</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>यह प्रोग्राम</translation>
    </message>
    <message>
        <source>Marked as deleted {when}</source>
        <translation>हटाया गया {when}</translation>
    </message>
    <message>
        <source>{field} changed</source>
        <translation>{field} बदला</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Who gets in</source>
        <translation>किसे पहुँच मिलती है</translation>
    </message>
    <message>
        <source>Make a new token…</source>
        <translation>नया टोकन बनाएँ…</translation>
    </message>
    <message>
        <source>Let other computers in this network reach the records</source>
        <translation>इस नेटवर्क के दूसरे कंप्यूटरों को रिकॉर्ड तक पहुँचने दें</translation>
    </message>
    <message>
        <source>This changes with the next start.</source>
        <translation>यह अगली बार शुरू करने पर बदलेगा।</translation>
    </message>
    <message>
        <source>Other programs send the access token; it lies in {file}, which you alone can read.</source>
        <translation>दूसरे प्रोग्राम पहुँच टोकन भेजते हैं; वह {file} में है, जिसे केवल आप पढ़ सकते हैं।</translation>
    </message>
    <message>
        <source>Nothing protects what is sent to other computers</source>
        <translation>दूसरे कंप्यूटरों को भेजी गई चीज़ें सुरक्षित नहीं हैं</translation>
    </message>
    <message>
        <source>Make a new token</source>
        <translation>नया टोकन बनाएँ</translation>
    </message>
    <message>
        <source>Make a new access token?</source>
        <translation>नया पहुँच टोकन बनाएँ?</translation>
    </message>
    <message>
        <source>The present one is refused from then on, until each program that uses it is given the new one.</source>
        <translation>मौजूदा टोकन तब से नहीं माना जाएगा, जब तक उसे काम में लेने वाले हर प्रोग्राम को नया न दिया जाए।</translation>
    </message>
    <message>
        <source>There is a new access token</source>
        <translation>नया पहुँच टोकन बन गया</translation>
    </message>
    <message>
        <source>Give it to the programs that use it: it lies in {file}.</source>
        <translation>इसे उन प्रोग्रामों को दें जो इसे काम में लेते हैं: यह {file} में है।</translation>
    </message>
    <message>
        <source>Other computers</source>
        <translation>दूसरे कंप्यूटर</translation>
    </message>
    <message>
        <source>Let other computers in this network reach the records?</source>
        <translation>इस नेटवर्क के दूसरे कंप्यूटरों को रिकॉर्ड तक पहुँचने दें?</translation>
    </message>
    <message>
        <source>Use a certificate</source>
        <translation>प्रमाणपत्र लें</translation>
    </message>
    <message>
        <source>Other programs are to trust the certificate {file}, good until {day}. Its fingerprint: {fingerprint}</source>
        <translation>दूसरे प्रोग्राम प्रमाणपत्र {file} पर भरोसा करें; वह {day} तक मान्य है। उसका फ़िंगरप्रिंट: {fingerprint}</translation>
    </message>
    <message>
        <source>With a certificate of this computer's own what is sent is protected.</source>
        <translation>इस कंप्यूटर के अपने प्रमाणपत्र से भेजी गई हर चीज़ सुरक्षित रहती है।</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>नया बनाएँ</translation>
    </message>
    <message>
        <source>With a certificate</source>
        <translation>प्रमाणपत्र के साथ</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>बिना प्रमाणपत्र</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>पृष्ठभूमि में</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>कंप्यूटर के साथ शुरू हो</translation>
    </message>
    <message>
        <source>Go on syncing when the window is closed</source>
        <translation>विंडो बंद होने पर भी सिंक जारी रखें</translation>
    </message>
    <message>
        <source>&amp;Tell me beside the clock</source>
        <translation>घड़ी के पास बताएँ(&amp;T)</translation>
    </message>
    <message>
        <source>While the window is in front it tells there. What waits for you always stands under Overview.</source>
        <translation>विंडो सामने हो तो वह वहीं बताती है। जो आपका इंतज़ार कर रहा है वह हमेशा अवलोकन में रहता है।</translation>
    </message>
    <message>
        <source>Quit SalesMate Sync</source>
        <translation>SalesMate Sync बंद करें</translation>
    </message>
    <message>
        <source>When you log in it starts beside the clock, without opening this window.</source>
        <translation>आपके लॉगिन करने पर यह घड़ी के पास शुरू होता है, यह विंडो खोले बिना।</translation>
    </message>
    <message>
        <source>It starts with the computer from now on</source>
        <translation>अब से यह कंप्यूटर के साथ शुरू होगा</translation>
    </message>
    <message>
        <source>It starts only when you open it</source>
        <translation>यह तभी शुरू होगा जब आप खोलेंगे</translation>
    </message>
    <message>
        <source>Closing the window lets the syncs go on</source>
        <translation>विंडो बंद करने पर सिंक चलते रहेंगे</translation>
    </message>
    <message>
        <source>Closing the window ends the program</source>
        <translation>विंडो बंद करने पर प्रोग्राम बंद हो जाएगा</translation>
    </message>
    <message>
        <source>Told beside the clock: {what}</source>
        <translation>घड़ी के पास बताया जाएगा: {what}</translation>
    </message>
    <message>
        <source>Everything worth knowing</source>
        <translation>जानने लायक सब कुछ</translation>
    </message>
    <message>
        <source>Only what needs me</source>
        <translation>केवल वह जिसे मेरी ज़रूरत है</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>कुछ नहीं</translation>
    </message>
    <message>
        <source>Ends the program, the syncs too  (Ctrl+Q)</source>
        <translation>प्रोग्राम और सिंक दोनों बंद होंगे  (Ctrl+Q)</translation>
    </message>
    <message>
        <source>Not for the demo company.</source>
        <translation>डेमो कंपनी के लिए नहीं।</translation>
    </message>
    <message>
        <source>Not for a hub on a database server: start it there with a task of the system's own.</source>
        <translation>डेटाबेस सर्वर वाले हब के लिए नहीं: वहाँ इसे सिस्टम के अपने टास्क से शुरू करें।</translation>
    </message>
    <message>
        <source>Then it stays beside the clock, or small in the task bar where there is no such place.</source>
        <translation>तब यह घड़ी के पास रहता है, या जहाँ ऐसी जगह नहीं है वहाँ टास्क बार में छोटा होकर।</translation>
    </message>
    <message>
        <source>Records, connections and settings become as they were then; syncs go on from there, and what has changed since in the other systems comes in again. The present data is kept and stands in this list.</source>
        <translation>रिकॉर्ड, कनेक्शन और सेटिंग तब जैसे हो जाएँगे; सिंक वहीं से आगे चलेंगे, और दूसरे सिस्टम में तब से जो बदला वह फिर आ जाएगा। अभी का डेटा रखा जाएगा और इस सूची में मिलेगा।</translation>
    </message>
    <message>
        <source>{name} is deleted</source>
        <translation>{name} हटा दिया गया</translation>
    </message>
    <message>
        <source>Daily backups kept: {n}</source>
        <translation>रखे जाने वाले रोज़ के बैकअप: {n}</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>बैकअप</translation>
    </message>
    <message>
        <source>A copy is made every day and before each upgrade. It holds all records and settings; passwords stay locked.</source>
        <translation>हर दिन और हर अपग्रेड से पहले एक प्रति बनती है। उसमें सभी रिकॉर्ड और सेटिंग रहते हैं; पासवर्ड बंद ही रहते हैं।</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>अभी बैकअप लें</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>वापस लाएँ…</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>प्रति कहीं और सहेजें…</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>फ़ाइल से वापस लाएँ…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>फ़ोल्डर खोलें</translation>
    </message>
    <message>
        <source>Daily backups &amp;kept</source>
        <translation>रोज़ के कितने बैकअप रखें(&amp;K)</translation>
    </message>
    <message>
        <source>Older daily ones go by themselves, and those before upgrades but for the newest three. Others stay.</source>
        <translation>रोज़ के पुराने बैकअप अपने-आप हट जाते हैं, और अपग्रेड से पहले वालों में से सबसे नए तीन को छोड़कर बाकी भी। दूसरे बने रहते हैं।</translation>
    </message>
    <message>
        <source>Your data is on a database server: its own tools back it up.</source>
        <translation>आपका डेटा डेटाबेस सर्वर पर है: उसका बैकअप उसके अपने साधन लेते हैं।</translation>
    </message>
    <message>
        <source>Backed up and checked</source>
        <translation>बैकअप बना और जाँचा गया</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>बैकअप</translation>
    </message>
    <message>
        <source>Backup (*.db)</source>
        <translation>बैकअप (*.db)</translation>
    </message>
    <message>
        <source>Backed up to {file}</source>
        <translation>बैकअप यहाँ बना: {file}</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>बैकअप वापस लाएँ</translation>
    </message>
    <message>
        <source>Put back “{name}”?</source>
        <translation>“{name}” वापस लाएँ?</translation>
    </message>
    <message>
        <source>What was there before is kept as {file}.</source>
        <translation>पहले जो था वह {file} में रखा है।</translation>
    </message>
    <message>
        <source>The backup is back in place</source>
        <translation>बैकअप वापस आ गया</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>कब बना</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Restore the chosen backup</source>
        <translation>चुना हुआ बैकअप वापस लाएँ</translation>
    </message>
    <message>
        <source>Delete the chosen backup</source>
        <translation>चुना हुआ बैकअप हटाएँ</translation>
    </message>
    <message>
        <source>Open the folder of the backups</source>
        <translation>बैकअप का फ़ोल्डर खोलें</translation>
    </message>
    <message>
        <source>Delete a backup</source>
        <translation>बैकअप हटाएँ</translation>
    </message>
    <message>
        <source>It can't be brought back. Your present data stays as it is.</source>
        <translation>इसे वापस नहीं लाया जा सकता। आपका अभी का डेटा जैसा है वैसा रहेगा।</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>वापस लाएँ</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>लॉग</translation>
    </message>
    <message>
        <source>Show lines with</source>
        <translation>पंक्तियाँ जिनमें हो</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>फिर पढ़ें</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>रूप और भाषा</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>रंग(&amp;C)</translation>
    </message>
    <message>
        <source>Changes at once. As the system: light or dark as Windows says.</source>
        <translation>तुरंत बदलता है। सिस्टम जैसा: Windows के अनुसार हल्का या गहरा।</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>भाषा(&amp;L)</translation>
    </message>
    <message>
        <source>The language of this window. Your records stay as they are.</source>
        <translation>इस विंडो की भाषा। आपके रिकॉर्ड जैसे हैं वैसे रहते हैं।</translation>
    </message>
    <message>
        <source>&amp;Size of the text</source>
        <translation>अक्षरों का आकार(&amp;S)</translation>
    </message>
    <message>
        <source>Everything grows with the text, buttons and tables too.</source>
        <translation>अक्षरों के साथ सब कुछ बड़ा होता है, बटन और तालिकाएँ भी।</translation>
    </message>
    <message>
        <source>Colours: {what}</source>
        <translation>रंग: {what}</translation>
    </message>
    <message>
        <source>This shows with the next start.</source>
        <translation>यह अगली बार शुरू करने पर दिखेगा।</translation>
    </message>
    <message>
        <source>A sync that runs stops at its next safe point.</source>
        <translation>चल रहा सिंक अपने अगले सुरक्षित बिंदु पर रुकेगा।</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>सिस्टम जैसा</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्का</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>अभी फिर शुरू करें</translation>
    </message>
    <message>
        <source>Take {file} to the other PC, install SalesMate Sync there and choose Settings &gt; Move to another PC &gt; Open a moving file.</source>
        <translation>{file} को दूसरे PC पर ले जाएँ, वहाँ SalesMate Sync इंस्टॉल करें और चुनें: सेटिंग &gt; दूसरे PC पर ले जाएँ &gt; ले जाने की फ़ाइल खोलें।</translation>
    </message>
    <message>
        <source>Move to another PC</source>
        <translation>दूसरे PC पर ले जाएँ</translation>
    </message>
    <message>
        <source>One file takes everything along: records, connections, settings and, under a passphrase, the passwords. Make it on the old PC, open it on the new one.</source>
        <translation>एक ही फ़ाइल सब कुछ साथ ले जाती है: रिकॉर्ड, कनेक्शन, सेटिंग और, पासफ़्रेज़ के नीचे, पासवर्ड। इसे पुराने PC पर बनाएँ, नए पर खोलें।</translation>
    </message>
    <message>
        <source>Open a moving file…</source>
        <translation>ले जाने की फ़ाइल खोलें…</translation>
    </message>
    <message>
        <source>Make a moving file…</source>
        <translation>ले जाने की फ़ाइल बनाएँ…</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>लिखा हुआ दिखाएँ</translation>
    </message>
    <message>
        <source>Make a moving file</source>
        <translation>ले जाने की फ़ाइल बनाएँ</translation>
    </message>
    <message>
        <source>The passwords in the file open only with this passphrase. Keep it apart from the file: nobody can find it out. The records in the file can be read by whoever has it, so delete it when you have moved.</source>
        <translation>फ़ाइल के पासवर्ड केवल इस पासफ़्रेज़ से खुलते हैं। इसे फ़ाइल से अलग रखें: कोई इसे पता नहीं कर सकता। फ़ाइल के रिकॉर्ड वह पढ़ सकता है जिसके पास फ़ाइल है, इसलिए ले जाने के बाद उसे हटा दें।</translation>
    </message>
    <message>
        <source>Pause everything on this PC</source>
        <translation>इस PC पर सब कुछ रोकें</translation>
    </message>
    <message>
        <source>Two programs with the same books would both sync and write some things twice. Leave it paused, or remove the program here, once the other PC has taken over.</source>
        <translation>एक ही बहियों वाले दो प्रोग्राम दोनों सिंक करेंगे और कुछ चीज़ें दो बार लिखेंगे। जब दूसरा PC काम सँभाल ले, तो इसे रुका रहने दें या यहाँ से प्रोग्राम हटा दें।</translation>
    </message>
    <message>
        <source>Choose where, and make it…</source>
        <translation>जगह चुनें और बनाएँ…</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>पासफ़्रेज़(&amp;P)</translation>
    </message>
    <message>
        <source>Several words are easier to remember than odd signs.</source>
        <translation>अटपटे चिह्नों से कुछ शब्द याद रखना आसान है।</translation>
    </message>
    <message>
        <source>The &amp;same again</source>
        <translation>वही फिर से(&amp;S)</translation>
    </message>
    <message>
        <source>Moving file (*.salesmate)</source>
        <translation>ले जाने की फ़ाइल (*.salesmate)</translation>
    </message>
    <message>
        <source>Making it…</source>
        <translation>बना रहे हैं…</translation>
    </message>
    <message>
        <source>Everything on this PC is paused.</source>
        <translation>इस PC पर सब कुछ रुका हुआ है।</translation>
    </message>
    <message>
        <source>This PC still syncs: end the program here before the other one begins.</source>
        <translation>यह PC अब भी सिंक करता है: दूसरे के शुरू करने से पहले यहाँ प्रोग्राम बंद करें।</translation>
    </message>
    <message>
        <source>The moving file is made</source>
        <translation>ले जाने की फ़ाइल बन गई</translation>
    </message>
    <message>
        <source>Open a moving file</source>
        <translation>ले जाने की फ़ाइल खोलें</translation>
    </message>
    <message>
        <source>Records, connections, settings and passwords become those of the other PC. What is here now is kept among the backups, but passwords stored here until now are lost.</source>
        <translation>रिकॉर्ड, कनेक्शन, सेटिंग और पासवर्ड दूसरे PC वाले हो जाएँगे। यहाँ जो अभी है वह बैकअप में रखा जाएगा, पर यहाँ अब तक रखे पासवर्ड खो जाएँगे।</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>फ़ाइल चुनें…</translation>
    </message>
    <message>
        <source>The old PC must not sync any more</source>
        <translation>पुराने PC को अब सिंक नहीं करना चाहिए</translation>
    </message>
    <message>
        <source>Two programs with the same books would both sync and write some things twice: pause or end SalesMate Sync there first.</source>
        <translation>एक ही बहियों वाले दो प्रोग्राम दोनों सिंक करेंगे और कुछ चीज़ें दो बार लिखेंगे: पहले वहाँ SalesMate Sync को रोकें या बंद करें।</translation>
    </message>
    <message>
        <source>The old PC is paused, switched off or gone</source>
        <translation>पुराना PC रुका हुआ, बंद या हटाया हुआ है</translation>
    </message>
    <message>
        <source>Check and open it</source>
        <translation>जाँचें और खोलें</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>फ़ाइल(&amp;F)</translation>
    </message>
    <message>
        <source>The one that was typed on the old PC.</source>
        <translation>वही जो पुराने PC पर लिखा गया था।</translation>
    </message>
    <message>
        <source>{name}: made {time} on {machine}, {size}</source>
        <translation>{name}: {time} {machine} पर बनी, {size}</translation>
    </message>
    <message>
        <source>Checking the file, then putting it in place…</source>
        <translation>फ़ाइल जाँच रहे हैं, फिर उसे जगह पर रखेंगे…</translation>
    </message>
    <message>
        <source>What was here before is kept as {file}.</source>
        <translation>यहाँ पहले जो था वह {file} के रूप में रखा गया है।</translation>
    </message>
    <message>
        <source>This PC has taken over</source>
        <translation>इस PC ने काम सँभाल लिया</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>दोनों एक जैसे नहीं हैं।</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>अभी कोई फ़ाइल नहीं चुनी गई।</translation>
    </message>
    <message>
        <source>Test each connection once: Tally may have another address as seen from here.</source>
        <translation>हर कनेक्शन को एक बार जाँचें: यहाँ से देखने पर Tally का पता अलग हो सकता है।</translation>
    </message>
    <message>
        <source>{target} answers.</source>
        <translation>{target} जवाब देता है।</translation>
    </message>
    <message>
        <source>Something answers at {proxy}.</source>
        <translation>{proxy} पर कोई जवाब देता है।</translation>
    </message>
    <message>
        <source>Whether it lets calls through shows when you type an address to try.</source>
        <translation>वह अनुरोध आगे जाने देता है या नहीं, यह जाँचने का पता लिखने पर दिखेगा।</translation>
    </message>
    <message>
        <source>Nothing answers at {proxy}.</source>
        <translation>{proxy} पर कोई जवाब नहीं देता।</translation>
    </message>
    <message>
        <source>Look at the address and the port; whoever looks after your network knows them.</source>
        <translation>पता और पोर्ट देखें; जो आपका नेटवर्क सँभालते हैं वे इन्हें जानते हैं।</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not accept this user and password.</source>
        <translation>प्रॉक्सी {proxy} यह यूज़र और पासवर्ड स्वीकार नहीं करता।</translation>
    </message>
    <message>
        <source>Type them as whoever looks after your network gave them.</source>
        <translation>इन्हें वैसे ही लिखें जैसे नेटवर्क सँभालने वाले ने दिए हैं।</translation>
    </message>
    <message>
        <source>The proxy {proxy} answers, but does not let calls to {target} through.</source>
        <translation>प्रॉक्सी {proxy} जवाब देता है, पर {target} तक अनुरोध नहीं जाने देता।</translation>
    </message>
    <message>
        <source>Ask whoever looks after your network to allow that address.</source>
        <translation>जो आपका नेटवर्क सँभालते हैं उनसे यह पता खोलने को कहें।</translation>
    </message>
    <message>
        <source>{target} was reached, but its certificate is not trusted. Nothing was sent.</source>
        <translation>{target} तक पहुँचे, पर उसके प्रमाणपत्र पर भरोसा नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Where the office looks into protected calls, its own authority must be installed on this PC.</source>
        <translation>जहाँ दफ़्तर सुरक्षित अनुरोधों की जाँच करता है, वहाँ उसका अपना प्रमाणपत्र इस PC पर इंस्टॉल होना चाहिए।</translation>
    </message>
    <message>
        <source>{target} could not be reached.</source>
        <translation>{target} तक नहीं पहुँच सके।</translation>
    </message>
    <message>
        <source>Look whether this PC is online, and whether a proxy is needed here.</source>
        <translation>देखें कि यह PC इंटरनेट से जुड़ा है या नहीं, और यहाँ प्रॉक्सी चाहिए या नहीं।</translation>
    </message>
    <message>
        <source>Way to the Internet</source>
        <translation>इंटरनेट का रास्ता</translation>
    </message>
    <message>
        <source>For systems on other machines. Tally and everything on this PC is always reached directly.</source>
        <translation>दूसरी मशीनों के सिस्टम के लिए। Tally और इस PC की हर चीज़ तक हमेशा सीधे पहुँचा जाता है।</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>पता(&amp;A)</translation>
    </message>
    <message>
        <source>With its port, as whoever looks after your network says.</source>
        <translation>पोर्ट के साथ, जैसा नेटवर्क सँभालने वाले बताएँ।</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>यूज़र(&amp;U)</translation>
    </message>
    <message>
        <source>Only where the proxy asks for one.</source>
        <translation>केवल जहाँ प्रॉक्सी माँगे।</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>पासवर्ड(&amp;W)</translation>
    </message>
    <message>
        <source>Kept locked among the other passwords.</source>
        <translation>दूसरे पासवर्डों के साथ बंद रखा जाता है।</translation>
    </message>
    <message>
        <source>Use this proxy</source>
        <translation>यही प्रॉक्सी काम में लें</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>आज़माएँ</translation>
    </message>
    <message>
        <source>Address to tr&amp;y</source>
        <translation>आज़माने का पता(&amp;Y)</translation>
    </message>
    <message>
        <source>Any system on the Internet. It is only asked whether it is there.</source>
        <translation>इंटरनेट का कोई भी सिस्टम। उससे केवल यह पूछा जाता है कि वह है या नहीं।</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>आज़मा रहे हैं…</translation>
    </message>
    <message>
        <source>As this PC's own settings say</source>
        <translation>जैसा इस PC की अपनी सेटिंग कहती है</translation>
    </message>
    <message>
        <source>Directly, without a proxy</source>
        <translation>सीधे, बिना प्रॉक्सी</translation>
    </message>
    <message>
        <source>Through this proxy</source>
        <translation>इस प्रॉक्सी से</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>रखा हुआ</translation>
    </message>
    <message>
        <source>Used from the next call on: what this PC's settings say</source>
        <translation>अगले अनुरोध से काम में: इस PC की सेटिंग</translation>
    </message>
    <message>
        <source>Used from the next call on: no proxy</source>
        <translation>अगले अनुरोध से काम में: कोई प्रॉक्सी नहीं</translation>
    </message>
    <message>
        <source>Used from the next call on: this proxy</source>
        <translation>अगले अनुरोध से काम में: यह प्रॉक्सी</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation>सेटिंग के भाग</translation>
    </message>
    <message>
        <source>Go to: {what}</source>
        <translation>यहाँ जाएँ: {what}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>The key is in the file {file}, which only your user can read.</source>
        <translation>कुंजी फ़ाइल {file} में है, जिसे केवल आपका यूज़र पढ़ सकता है।</translation>
    </message>
    <message>
        <source>The key is in the keyring of this computer (on Windows: the Credential Manager).</source>
        <translation>कुंजी इस कंप्यूटर के कीरिंग में है (Windows में: Credential Manager)।</translation>
    </message>
    <message>
        <source>It opens the stored passwords.</source>
        <translation>वह रखे हुए पासवर्ड खोलती है।</translation>
    </message>
    <message>
        <source>No password is stored yet.</source>
        <translation>अभी कोई पासवर्ड नहीं रखा गया है।</translation>
    </message>
    <message>
        <source>Passwords and logins</source>
        <translation>पासवर्ड और लॉगिन</translation>
    </message>
    <message>
        <source>They are stored encrypted among your data. The key that opens them is kept apart from it.</source>
        <translation>ये आपके डेटा में कूटबद्ध (एन्क्रिप्ट) होकर रखे जाते हैं। इन्हें खोलने वाली कुंजी उससे अलग रखी जाती है।</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>फिर देखें</translation>
    </message>
    <message>
        <source>Your records are all there. Connections that need no password go on.</source>
        <translation>आपके सभी रिकॉर्ड मौजूद हैं। जिन कनेक्शनों को पासवर्ड नहीं चाहिए, वे चलते रहते हैं।</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>रोज़ का</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>अपग्रेड से पहले</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>हाथ से</translation>
    </message>
    <message>
        <source>replaced by a restore</source>
        <translation>वापस लाने पर बदला गया</translation>
    </message>
    <message>
        <source>{n} GB</source>
        <translation>{n} GB</translation>
    </message>
    <message>
        <source>Records and settings {database}, backups {backups}, log {logs}. Free on this disk: {free}.</source>
        <translation>रिकॉर्ड और सेटिंग {database}, बैकअप {backups}, लॉग {logs}। इस डिस्क पर खाली: {free}।</translation>
    </message>
    <message>
        <source>{n} there now</source>
        <translation>अभी {n} हैं</translation>
    </message>
    <message>
        <source>{n} connection</source>
        <translation>{n} कनेक्शन</translation>
    </message>
    <message>
        <source>{n} connections</source>
        <translation>{n} कनेक्शन</translation>
    </message>
    <message>
        <source>Made {time}. It holds {connections} and {records}.</source>
        <translation>बना: {time}। इसमें {connections} और {records} हैं।</translation>
    </message>
    <message>
        <source>Too short: at least {n} characters.</source>
        <translation>बहुत छोटा: कम से कम {n} अक्षर।</translation>
    </message>
    <message>
        <source>Weak: it is guessed quickly. Add further words.</source>
        <translation>कमज़ोर: जल्दी अंदाज़ा लग जाता है। और शब्द जोड़ें।</translation>
    </message>
    <message>
        <source>Fair: another word makes it strong.</source>
        <translation>ठीक-ठाक: एक और शब्द इसे मज़बूत बना देगा।</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>मज़बूत।</translation>
    </message>
    <message>
        <source>{n} KB</source>
        <translation>{n} KB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} दिन</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} दिन</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>हमेशा के लिए</translation>
    </message>
    <message>
        <source>Port {port} is used from the next start on</source>
        <translation>पोर्ट {port} अगली शुरुआत से काम में आएगा</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>दूसरे प्रोग्राम</translation>
    </message>
    <message>
        <source>Port for other programs</source>
        <translation>दूसरे प्रोग्रामों के लिए पोर्ट</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>पोर्ट(&amp;P)</translation>
    </message>
    <message>
        <source>The number behind the colon in the address; from 1024 to 65535. It changes with the next start.</source>
        <translation>पते में कोलन के बाद की संख्या; 1024 से 65535 तक। यह अगली शुरुआत पर बदलती है।</translation>
    </message>
    <message>
        <source>Programs on this PC reach the records at {address}.</source>
        <translation>इस पीसी के प्रोग्राम रिकॉर्ड {address} पर पाते हैं।</translation>
    </message>
    <message>
        <source>Programs on this PC and on other computers reach the records at {address}.</source>
        <translation>इस PC के और दूसरे कंप्यूटरों के प्रोग्राम रिकॉर्ड तक {address} पर पहुँचते हैं।</translation>
    </message>
    <message>
        <source>No other program can reach the records at the moment.</source>
        <translation>अभी कोई दूसरा प्रोग्राम रिकॉर्ड तक नहीं पहुँच सकता।</translation>
    </message>
    <message>
        <source>Reaching the records from other programs is switched off in this window.</source>
        <translation>इस विंडो में दूसरे प्रोग्रामों से रिकॉर्ड तक पहुँच बंद है।</translation>
    </message>
    <message>
        <source>Syncs go on. Choose another port, then start again.</source>
        <translation>सिंक चलते रहते हैं। दूसरा पोर्ट चुनें, फिर प्रोग्राम दोबारा शुरू करें।</translation>
    </message>
    <message>
        <source>Use port {port}</source>
        <translation>पोर्ट {port} लें</translation>
    </message>
    <message>
        <source>&amp;Runs under Activity</source>
        <translation>गतिविधि में सिंक(&amp;R)</translation>
    </message>
    <message>
        <source>What each sync did. A run that is deleted can't be undone any more.</source>
        <translation>हर सिंक ने क्या किया। जो सिंक हटा दिया गया, उसे फिर पूर्ववत नहीं किया जा सकता।</translation>
    </message>
    <message>
        <source>&amp;Failed records that came right</source>
        <translation>विफल रिकॉर्ड जो ठीक हो गए(&amp;F)</translation>
    </message>
    <message>
        <source>What still fails always stays.</source>
        <translation>जो अब भी विफल है, वह हमेशा रहता है।</translation>
    </message>
    <message>
        <source>&amp;Decisions that were taken</source>
        <translation>लिए जा चुके फ़ैसले(&amp;D)</translation>
    </message>
    <message>
        <source>What waits for you always stays.</source>
        <translation>जो आपका इंतज़ार कर रहा है, वह हमेशा रहता है।</translation>
    </message>
    <message>
        <source>&amp;Messages of other systems</source>
        <translation>दूसरे सिस्टम के संदेश(&amp;M)</translation>
    </message>
    <message>
        <source>Webhook events that were worked off.</source>
        <translation>वेबहुक की घटनाएँ, जिन पर काम हो चुका है।</translation>
    </message>
    <message>
        <source>&amp;History of the records</source>
        <translation>रिकॉर्ड का इतिहास(&amp;H)</translation>
    </message>
    <message>
        <source>Earlier versions, to look at and to go back to. The records themselves always stay. 0: for ever.</source>
        <translation>पहले के संस्करण, देखने और उन पर लौटने के लिए। रिकॉर्ड स्वयं हमेशा रहते हैं। 0: हमेशा के लिए।</translation>
    </message>
    <message>
        <source>The log takes at most {n} MB</source>
        <translation>लॉग अधिक से अधिक {n} MB लेगा</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>आपका डेटा</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Lo&amp;g files at most</source>
        <translation>लॉग फ़ाइलें अधिक से अधिक(&amp;G)</translation>
    </message>
    <message>
        <source>All of them together never take more; the oldest lines go.</source>
        <translation>सब मिलाकर इससे ज़्यादा कभी नहीं लेतीं; सबसे पुरानी पंक्तियाँ हट जाती हैं।</translation>
    </message>
    <message>
        <source> days</source>
        <translation> दिन</translation>
    </message>
    <message>
        <source>How long is kept what only grows:</source>
        <translation>जो बढ़ता ही जाता है, वह कितने समय रखा जाए:</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>The file for support holds versions, settings and the log, and no password or customer data.</source>
        <translation>सहायता की फ़ाइल में संस्करण, सेटिंग और लॉग होते हैं; कोई पासवर्ड या ग्राहकों का डेटा नहीं।</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>सब कुछ जाँचें</translation>
    </message>
    <message>
        <source>Make a file for support…</source>
        <translation>सहायता के लिए फ़ाइल बनाएँ…</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>लॉग दिखाएँ</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>मार्गदर्शिका खोलें</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>कुंजियाँ…</translation>
    </message>
    <message>
        <source>Make a file for support</source>
        <translation>सहायता के लिए फ़ाइल बनाएँ</translation>
    </message>
    <message>
        <source>Zip file (*.zip)</source>
        <translation>Zip फ़ाइल (*.zip)</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>{file} के रूप में सहेजा गया</translation>
    </message>
    <message>
        <source>The page of each screen  (F1)</source>
        <translation>हर स्क्रीन का पन्ना  (F1)</translation>
    </message>
    <message>
        <source>What each key does  (Ctrl+F1)</source>
        <translation>हर कुंजी क्या करती है  (Ctrl+F1)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>देखा जा रहा है…</translation>
    </message>
    <message>
        <source>Everything is paused. It goes on {time}.</source>
        <translation>सब कुछ रुका हुआ है। फिर शुरू होगा: {time}।</translation>
    </message>
    <message>
        <source>Next: {name}, {time}.</source>
        <translation>अगला: {name}, {time}।</translation>
    </message>
    <message>
        <source>Everything is paused until you end it.</source>
        <translation>जब तक आप न हटाएँ, सब कुछ रुका रहेगा।</translation>
    </message>
    <message>
        <source>No connection syncs by itself. How often each does stands under Connections.</source>
        <translation>कोई कनेक्शन अपने-आप सिंक नहीं होता। कौन कितनी बार होता है, यह कनेक्शन में दिया है।</translation>
    </message>
    <message>
        <source>When it syncs by itself</source>
        <translation>अपने-आप सिंक कब हो</translation>
    </message>
    <message>
        <source>Quiet hours for all connections</source>
        <translation>सभी कनेक्शनों के लिए शांत घंटे</translation>
    </message>
    <message>
        <source>Between these two times nothing syncs by itself. What falls into them runs when they are over; a sync that you ask for runs at any time. A connection may have quiet hours of its own besides.</source>
        <translation>इन दो समयों के बीच कुछ भी अपने-आप सिंक नहीं होता। जो इस बीच पड़ता है वह इसके बाद चलता है; आप जो सिंक कहें वह कभी भी चलता है। किसी कनेक्शन के अपने शांत घंटे भी हो सकते हैं।</translation>
    </message>
    <message>
        <source>Day on which the pause ends</source>
        <translation>जिस दिन विराम ख़त्म हो</translation>
    </message>
    <message>
        <source>Time at which the pause ends</source>
        <translation>जिस समय विराम ख़त्म हो</translation>
    </message>
    <message>
        <source>Pause everything</source>
        <translation>सब कुछ रोकें</translation>
    </message>
    <message>
        <source>Paus&amp;e</source>
        <translation>रोकें(&amp;E)</translation>
    </message>
    <message>
        <source>Nothing syncs by itself until then. What runs now goes on to its end.</source>
        <translation>तब तक कुछ भी अपने-आप सिंक नहीं होगा। जो अभी चल रहा है वह पूरा होगा।</translation>
    </message>
    <message>
        <source>Quiet from {start} to {end}, from now on</source>
        <translation>अब से {start} से {end} तक शांत घंटे</translation>
    </message>
    <message>
        <source>No quiet hours any more</source>
        <translation>अब कोई शांत घंटे नहीं</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>रुका हुआ</translation>
    </message>
    <message>
        <source>Syncs go on</source>
        <translation>सिंक फिर चल रहे हैं</translation>
    </message>
    <message>
        <source>Nothing syncs by itself while everything is paused.</source>
        <translation>जब तक सब कुछ रुका है, कुछ भी अपने-आप सिंक नहीं होगा।</translation>
    </message>
    <message>
        <source>from</source>
        <translation>से</translation>
    </message>
    <message>
        <source>to</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>Until a day and time</source>
        <translation>किसी दिन और समय तक</translation>
    </message>
    <message>
        <source>Until I end it</source>
        <translation>जब तक मैं न हटाऊँ</translation>
    </message>
    <message>
        <source>End the pause</source>
        <translation>रोक हटाएँ</translation>
    </message>
    <message>
        <source>That time is over already.</source>
        <translation>वह समय बीत चुका है।</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>शांत घंटों की शुरुआत</translation>
    </message>
    <message>
        <source>Quiet to</source>
        <translation>शांत घंटों का अंत</translation>
    </message>
    <message>
        <source>Choose a later day or time.</source>
        <translation>बाद का दिन या समय चुनें।</translation>
    </message>
    <message>
        <source>This is version {version}.</source>
        <translation>यह संस्करण {version} है।</translation>
    </message>
    <message>
        <source>Nobody was asked yet whether there is a newer one.</source>
        <translation>अभी तक पूछा नहीं गया कि इससे नया है या नहीं।</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>नए संस्करण</translation>
    </message>
    <message>
        <source>Asks an address once a day which version is the newest, and tells you when it is newer than this one. Nothing about you or your books is sent, and nothing is downloaded or installed.</source>
        <translation>दिन में एक बार एक पते से पूछता है कि सबसे नया संस्करण कौन-सा है, और इससे नया होने पर आपको बताता है। आपके या आपकी बहियों के बारे में कुछ नहीं भेजा जाता, और कुछ भी डाउनलोड या इंस्टॉल नहीं होता।</translation>
    </message>
    <message>
        <source>Look for a newer version once a day</source>
        <translation>दिन में एक बार नया संस्करण देखें</translation>
    </message>
    <message>
        <source>Address t&amp;o ask</source>
        <translation>पूछने का पता(&amp;O)</translation>
    </message>
    <message>
        <source>Whoever gave you this program names it. It begins with https://; while there is none, nothing is asked.</source>
        <translation>जिसने आपको यह प्रोग्राम दिया, वह यह पता बताएगा। यह https:// से शुरू होता है; जब तक पता नहीं है, कुछ नहीं पूछा जाता।</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>अभी पूछें</translation>
    </message>
    <message>
        <source>What is new…</source>
        <translation>नया क्या है…</translation>
    </message>
    <message>
        <source>It is asked once a day</source>
        <translation>दिन में एक बार पूछा जाएगा</translation>
    </message>
    <message>
        <source>Nothing is asked by itself</source>
        <translation>अपने-आप कुछ नहीं पूछा जाएगा</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>पूछ रहे हैं…</translation>
    </message>
    <message>
        <source>Version {version} is there.</source>
        <translation>संस्करण {version} आ गया है।</translation>
    </message>
    <message>
        <source>It was the newest when last asked, {time}.</source>
        <translation>पिछली बार पूछने पर यही सबसे नया था, {time}।</translation>
    </message>
    <message>
        <source>Your records are safe: a change is kept whole or not at all, and nothing was sent that you did not ask for. Syncs go on. You can go on working; if something looks odd, start the program again.</source>
        <translation>आपके रिकॉर्ड सुरक्षित हैं: कोई बदलाव या तो पूरा रखा जाता है या बिल्कुल नहीं, और जो आपने नहीं कहा वह भेजा नहीं गया। सिंक चलते रहेंगे। आप काम जारी रख सकते हैं; कुछ अजीब लगे तो प्रोग्राम फिर से शुरू करें।</translation>
    </message>
    <message>
        <source>This is a mistake of the program, not of yours. The file for support tells us where it happened; it holds no password and no record.</source>
        <translation>यह प्रोग्राम की गलती है, आपकी नहीं। सहायता की फ़ाइल बताती है कि यह कहाँ हुआ; उसमें कोई पासवर्ड या रिकॉर्ड नहीं होता।</translation>
    </message>
    <message>
        <source>It happened once</source>
        <translation>यह एक बार हुआ</translation>
    </message>
    <message>
        <source>It happened {n} times</source>
        <translation>यह {n} बार हुआ</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>प्रोग्राम में कुछ गड़बड़ हुई</translation>
    </message>
    <message>
        <source>The file for support is saved</source>
        <translation>सहायता की फ़ाइल सहेज ली गई</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>हर जगह</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>सूचियाँ</translation>
    </message>
    <message>
        <source>Lines of an invoice or order</source>
        <translation>बिल या ऑर्डर की पंक्तियाँ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>From the first screen on the left to the last</source>
        <translation>बाईं ओर की पहली स्क्रीन से आखिरी तक</translation>
    </message>
    <message>
        <source>To the next thing, or back; the arrow keys choose among several</source>
        <translation>अगली चीज़ पर, या वापस; कई में से तीर वाली कुंजियाँ चुनती हैं</translation>
    </message>
    <message>
        <source>With an underlined letter: to that field</source>
        <translation>रेखांकित अक्षर के साथ: उस फ़ील्ड पर</translation>
    </message>
    <message>
        <source>Sync every connection now</source>
        <translation>हर कनेक्शन अभी सिंक करें</translation>
    </message>
    <message>
        <source>Close a message or a dialog; stop the sync that runs</source>
        <translation>संदेश या डायलॉग बंद करें; चल रहा सिंक रोकें</translation>
    </message>
    <message>
        <source>The guide's page of this screen</source>
        <translation>इस स्क्रीन का मार्गदर्शिका पृष्ठ</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>यह सूची</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>प्रोग्राम बंद करें</translation>
    </message>
    <message>
        <source>Open the chosen row</source>
        <translation>चुनी हुई पंक्ति खोलें</translation>
    </message>
    <message>
        <source>Choose all rows</source>
        <translation>सभी पंक्तियाँ चुनें</translation>
    </message>
    <message>
        <source>Copy the chosen rows, for Excel</source>
        <translation>चुनी हुई पंक्तियाँ Excel के लिए कॉपी करें</translation>
    </message>
    <message>
        <source>A new record of this kind</source>
        <translation>इस तरह का नया रिकॉर्ड</translation>
    </message>
    <message>
        <source>Import from a CSV or Excel file</source>
        <translation>CSV या Excel फ़ाइल से इंपोर्ट करें</translation>
    </message>
    <message>
        <source>Export to a CSV or Excel file</source>
        <translation>CSV या Excel फ़ाइल में एक्सपोर्ट करें</translation>
    </message>
    <message>
        <source>Close the record beside the list</source>
        <translation>सूची के पास खुला रिकॉर्ड बंद करें</translation>
    </message>
    <message>
        <source>To the next field, or back</source>
        <translation>अगले फ़ील्ड पर, या वापस</translation>
    </message>
    <message>
        <source>To the same field of the next line; after the last comes a new one</source>
        <translation>अगली पंक्ति के उसी फ़ील्ड पर; आखिरी के बाद नई पंक्ति आती है</translation>
    </message>
    <message>
        <source>Add a line, or remove it</source>
        <translation>पंक्ति जोड़ें, या हटाएँ</translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation>पंक्ति ऊपर-नीचे करें</translation>
    </message>
    <message>
        <source>Bring back a removed line</source>
        <translation>हटाई हुई पंक्ति वापस लाएँ</translation>
    </message>
    <message>
        <source>Save the record</source>
        <translation>रिकॉर्ड सहेजें</translation>
    </message>
    <message>
        <source>On one side, then on the other: link the two fields</source>
        <translation>पहले एक ओर, फिर दूसरी ओर: दोनों फ़ील्ड जोड़ें</translation>
    </message>
    <message>
        <source>From a field to the one it is linked with</source>
        <translation>फ़ील्ड से उससे जुड़े फ़ील्ड पर</translation>
    </message>
    <message>
        <source>The settings of the link</source>
        <translation>लिंक की सेटिंग</translation>
    </message>
    <message>
        <source>Fold or unfold a list</source>
        <translation>सूची समेटें या खोलें</translation>
    </message>
    <message>
        <source>Take the link away</source>
        <translation>लिंक हटाएँ</translation>
    </message>
    <message>
        <source>What else can be done with it</source>
        <translation>इसके साथ और क्या किया जा सकता है</translation>
    </message>
    <message>
        <source>Undo and redo</source>
        <translation>पूर्ववत करें और दोबारा करें</translation>
    </message>
    <message>
        <source>Larger, smaller, as it was</source>
        <translation>बड़ा, छोटा, पहले जैसा</translation>
    </message>
    <message>
        <source>Apply the decision</source>
        <translation>फ़ैसला लागू करें</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>पिछला फ़ैसला वापस लें</translation>
    </message>
    <message>
        <source>{what} Syncs go on. Choose another port; it is used from the next start on.</source>
        <translation>{what} सिंक चलते रहते हैं। दूसरा पोर्ट चुनें; वह अगली शुरुआत से काम आएगा।</translation>
    </message>
    <message>
        <source>Other programs can't reach SalesMate Sync</source>
        <translation>दूसरे प्रोग्राम SalesMate Sync तक नहीं पहुँच सकते</translation>
    </message>
    <message>
        <source>{n} thing waits for you</source>
        <translation>{n} बात आपके लिए रुकी है</translation>
    </message>
    <message>
        <source>{n} things wait for you</source>
        <translation>{n} बातें आपके लिए रुकी हैं</translation>
    </message>
    <message>
        <source>Everything is in step</source>
        <translation>सब कुछ एक जैसा है</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>शुरू हो रहा है</translation>
    </message>
    <message>
        <source>Next sync {time}</source>
        <translation>अगला सिंक {time}</translation>
    </message>
    <message>
        <source>{n} message</source>
        <translation>{n} संदेश</translation>
    </message>
    <message>
        <source>{n} messages</source>
        <translation>{n} संदेश</translation>
    </message>
    <message>
        <source>No connection is working</source>
        <translation>कोई कनेक्शन काम नहीं कर रहा</translation>
    </message>
    <message>
        <source>Opening your records…</source>
        <translation>आपके रिकॉर्ड खुल रहे हैं…</translation>
    </message>
    <message>
        <source>Ready. Nothing was synced yet.</source>
        <translation>तैयार। अभी कुछ सिंक नहीं हुआ।</translation>
    </message>
    <message>
        <source>{n} more run</source>
        <translation>{n} और सिंक</translation>
    </message>
    <message>
        <source>{n} more runs</source>
        <translation>{n} और सिंक</translation>
    </message>
    <message>
        <source>{name}: the last sync did not come through</source>
        <translation>{name}: पिछला सिंक पूरा नहीं हुआ</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>वेबहुक</translation>
    </message>
    <message>
        <source>{n} waits for you</source>
        <translation>{n} आपके लिए रुका है</translation>
    </message>
    <message>
        <source>{n} wait for you</source>
        <translation>{n} आपके लिए रुके हैं</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>स्क्रीन</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>सिंक की प्रगति</translation>
    </message>
    <message>
        <source>Stop the sync that runs now</source>
        <translation>अभी चल रहा सिंक रोकें</translation>
    </message>
    <message>
        <source>Stops at the next safe point. What was done so far is kept.  (Esc)</source>
        <translation>अगले सुरक्षित बिंदु पर रुकेगा। अब तक का काम सुरक्षित रहेगा।  (Esc)</translation>
    </message>
    <message>
        <source>Pause syncing</source>
        <translation>सिंक रोक कर रखें</translation>
    </message>
    <message>
        <source>Pause for</source>
        <translation>कितनी देर रोकें</translation>
    </message>
    <message>
        <source>Open SalesMate Sync</source>
        <translation>SalesMate Sync खोलें</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>{n} decision waits for you…</source>
        <translation>{n} फ़ैसला आपके लिए रुका है…</translation>
    </message>
    <message>
        <source>{n} decisions wait for you…</source>
        <translation>{n} फ़ैसले आपके लिए रुके हैं…</translation>
    </message>
    <message>
        <source>SalesMate Sync is still running</source>
        <translation>SalesMate Sync अभी चल रहा है</translation>
    </message>
    <message>
        <source>It goes on syncing here beside the clock. Right-click this icon and choose Quit to end it.</source>
        <translation>यह यहाँ घड़ी के पास सिंक करता रहेगा। बंद करने के लिए इस चिह्न पर राइट-क्लिक करके "बंद करें" चुनें।</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 मिनट</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 घंटा</translation>
    </message>
    <message>
        <source>SalesMate Sync: {state}</source>
        <translation>SalesMate Sync: {state}</translation>
    </message>
    <message>
        <source>SalesMate Sync</source>
        <translation>SalesMate Sync</translation>
    </message>
    <message>
        <source>Your records could not be opened</source>
        <translation>आपके रिकॉर्ड नहीं खुल सके</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>इंतज़ार</translation>
    </message>
    <message>
        <source>Checking the last run</source>
        <translation>पिछले सिंक की जाँच</translation>
    </message>
    <message>
        <source>Finding out what was written last time</source>
        <translation>पता किया जा रहा है कि पिछली बार क्या लिखा गया</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>जुड़ रहा है</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>पढ़ा जा रहा है:</translation>
    </message>
    <message>
        <source>Checking for deleted records</source>
        <translation>हटाए गए रिकॉर्ड की जाँच</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>तुलना</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>लिखा जा रहा है:</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>भेजा जा रहा है:</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>समाप्ति</translation>
    </message>
    <message>
        <source>started here</source>
        <translation>यहाँ से शुरू</translation>
    </message>
    <message>
        <source>by the timetable</source>
        <translation>समय-सारणी से</translation>
    </message>
    <message>
        <source>by another program</source>
        <translation>दूसरे प्रोग्राम से</translation>
    </message>
    <message>
        <source>from the terminal</source>
        <translation>टर्मिनल से</translation>
    </message>
    <message>
        <source>after a message from outside</source>
        <translation>बाहर से संदेश आने पर</translation>
    </message>
    <message>
        <source>to try a failed record again</source>
        <translation>विफल रिकॉर्ड फिर आज़माने के लिए</translation>
    </message>
    <message>
        <source>at set-up</source>
        <translation>जोड़ते समय</translation>
    </message>
    <message>
        <source>for the demo</source>
        <translation>डेमो के लिए</translation>
    </message>
    <message>
        <source>after your approval</source>
        <translation>आपकी मंज़ूरी के बाद</translation>
    </message>
    <message>
        <source>From {system}</source>
        <translation>{system} से</translation>
    </message>
    <message>
        <source>To {system}</source>
        <translation>{system} को</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>मुझसे पूछें</translation>
    </message>
    <message>
        <source>{system} wins</source>
        <translation>{system} मान्य</translation>
    </message>
    <message>
        <source>The hub wins</source>
        <translation>यहाँ वाला मान्य</translation>
    </message>
    <message>
        <source>The newest change wins</source>
        <translation>सबसे नया बदलाव मान्य</translation>
    </message>
    <message>
        <source>Keep the other one, and mark it</source>
        <translation>दूसरे को रखें और निशान लगाएँ</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>कुछ न करें</translation>
    </message>
    <message>
        <source>Delete the other one, too</source>
        <translation>दूसरे को भी हटाएँ</translation>
    </message>
    <message>
        <source>matched</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>फ़ैसला बाकी</translation>
    </message>
    <message>
        <source>Full sync</source>
        <translation>पूरा सिंक</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>सिंक</translation>
    </message>
    <message>
        <source>Daily check</source>
        <translation>दैनिक जाँच</translation>
    </message>
    <message>
        <source>Waits until {time}: {system} asked for a pause</source>
        <translation>{time} तक प्रतीक्षा: {system} ने रुकने को कहा है</translation>
    </message>
    <message>
        <source>{phase} {what}</source>
        <translation>{phase} {what}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>ग्राहक</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>सौदा</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>संपर्क</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>संपर्क</translation>
    </message>
    <message>
        <source>Business name</source>
        <translation>व्यापार का नाम</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>संपर्क व्यक्ति</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>मोबाइल</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>वेबसाइट</translation>
    </message>
    <message>
        <source>City</source>
        <translation>शहर</translation>
    </message>
    <message>
        <source>GST registration type</source>
        <translation>GST पंजीकरण प्रकार</translation>
    </message>
    <message>
        <source>Customer group</source>
        <translation>ग्राहक समूह</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>उधार सीमा</translation>
    </message>
    <message>
        <source>Credit days</source>
        <translation>उधार के दिन</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>प्रारंभिक शेष</translation>
    </message>
    <message>
        <source>Closing balance</source>
        <translation>अंतिम शेष</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>मुद्रा</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>इकाई</translation>
    </message>
    <message>
        <source>HSN code</source>
        <translation>HSN कोड</translation>
    </message>
    <message>
        <source>GST rate</source>
        <translation>GST दर</translation>
    </message>
    <message>
        <source>Taxability</source>
        <translation>कर योग्यता</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>दर</translation>
    </message>
    <message>
        <source>Opening quantity</source>
        <translation>प्रारंभिक मात्रा</translation>
    </message>
    <message>
        <source>Opening rate</source>
        <translation>प्रारंभिक दर</translation>
    </message>
    <message>
        <source>Opening value</source>
        <translation>प्रारंभिक मूल्य</translation>
    </message>
    <message>
        <source>Closing quantity</source>
        <translation>अंतिम मात्रा</translation>
    </message>
    <message>
        <source>Closing value</source>
        <translation>अंतिम मूल्य</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>देय तारीख</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>Place of supply</source>
        <translation>आपूर्ति का स्थान</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>विवरण (नैरेशन)</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>पंक्तियाँ</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>कर</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>बिल-वार बँटवारा</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>उप-योग</translation>
    </message>
    <message>
        <source>Tax total</source>
        <translation>कुल कर</translation>
    </message>
    <message>
        <source>Round off</source>
        <translation>राउंड ऑफ़</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>Balance due</source>
        <translation>बाकी रकम</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Instrument number</source>
        <translation>चेक/लिखत नंबर</translation>
    </message>
    <message>
        <source>Instrument date</source>
        <translation>चेक/लिखत तारीख</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Discount percent</source>
        <translation>छूट प्रतिशत</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>पहला नाम</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>उपनाम</translation>
    </message>
    <message>
        <source>Designation</source>
        <translation>पद</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>संभावना</translation>
    </message>
    <message>
        <source>Close date</source>
        <translation>समापन तारीख</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>अपनी बारी का इंतज़ार</translation>
    </message>
    <message>
        <source>Completed, some records failed</source>
        <translation>पूरा हुआ, कुछ रिकॉर्ड विफल</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>आपके जवाब का इंतज़ार</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>एक जैसा</translation>
    </message>
    <message>
        <source>Waits for your decision</source>
        <translation>आपके फ़ैसले का इंतज़ार</translation>
    </message>
    <message>
        <source>Paused for this record</source>
        <translation>इस रिकॉर्ड के लिए रुका है</translation>
    </message>
    <message>
        <source>Deleted in {system}: kept here, with a mark.</source>
        <translation>{system} में हटाया: यहाँ निशान के साथ रखा जाता है।</translation>
    </message>
    <message>
        <source>Deleted here: stays in {system}.</source>
        <translation>यहाँ हटाया: {system} में बना रहता है।</translation>
    </message>
    <message>
        <source>Deleted in {system}: nothing changes here.</source>
        <translation>{system} में हटाया: यहाँ कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>Deleted in {system}: marked as deleted here; it can be brought back.</source>
        <translation>{system} में हटाया: यहाँ हटाए जाने का निशान लगता है; वापस लाया जा सकता है।</translation>
    </message>
    <message>
        <source>Deleted here: deleted in {system}, too, which can't be undone there. Many at once are asked about first; what was changed there meanwhile is kept.</source>
        <translation>यहाँ हटाया: {system} में भी हटता है, जो वहाँ पूर्ववत नहीं हो सकता। एक साथ बहुत से हों तो पहले पूछा जाता है; जो वहाँ इस बीच बदला गया वह रखा जाता है।</translation>
    </message>
    <message>
        <source>Waits until {time}: the calls that {system} allows are used up</source>
        <translation>{time} तक प्रतीक्षा: {system} जितनी कॉल की अनुमति देता है, वे पूरी हो चुकी हैं</translation>
    </message>
    <message>
        <source>{n} decision waits for you</source>
        <translation>{n} फ़ैसला आपके लिए रुका है</translation>
    </message>
    <message>
        <source>{n} decisions wait for you</source>
        <translation>{n} फ़ैसले आपके लिए रुके हैं</translation>
    </message>
    <message>
        <source>{phase} {what}: {done} of {total}</source>
        <translation>{phase} {what}, {total} में से {done}</translation>
    </message>
    <message>
        <source>{phase} {what}: {done}</source>
        <translation>{phase} {what}, {done}</translation>
    </message>
    <message>
        <source>Completed, decisions wait for you</source>
        <translation>पूरा हुआ, आपके फ़ैसले बाकी हैं</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>बंद है</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>{time} तक रुका हुआ</translation>
    </message>
    <message>
        <source>The last sync did not come through</source>
        <translation>पिछला सिंक पूरा नहीं हुआ</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>अभी सिंक नहीं हुआ</translation>
    </message>
    <message>
        <source>here: {counts}</source>
        <translation>यहाँ: {counts}</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>सिंक हो रहा है</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>काम नहीं कर रहा</translation>
    </message>
    <message>
        <source>sent: {counts}</source>
        <translation>भेजे: {counts}</translation>
    </message>
    <message>
        <source>Nothing is compared yet</source>
        <translation>अभी कुछ मिलाया नहीं गया</translation>
    </message>
    <message>
        <source>Choose the months and press Compare: orders, invoices and receipts, month by month, here and there.</source>
        <translation>महीने चुनें और “मिलाएँ” दबाएँ: ऑर्डर, इनवॉइस और रसीदें, महीने-दर-महीने, यहाँ और वहाँ।</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>मिलाएँ</translation>
    </message>
    <message>
        <source>Reads the vouchers of these months from Tally, a few days at a time</source>
        <translation>इन महीनों के वाउचर Tally से पढ़ता है, एक बार में कुछ दिन</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>कनेक्शन(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>से(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>तक(&amp;T)</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>मिलान कहाँ तक हुआ</translation>
    </message>
    <message>
        <source>What makes the difference</source>
        <translation>अंतर किससे है</translation>
    </message>
    <message>
        <source>Asking {system}…</source>
        <translation>{system} से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>Totals by month</source>
        <translation>महीनों के योग</translation>
    </message>
    <message>
        <source>{month}: both sides have the same documents</source>
        <translation>{month}: दोनों ओर वही दस्तावेज़ हैं</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>मिलान सहेजें</translation>
    </message>
    <message>
        <source>Save as CSV or Excel</source>
        <translation>CSV या Excel में सहेजें</translation>
    </message>
    <message>
        <source>First month</source>
        <translation>पहला महीना</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>आख़िरी महीना</translation>
    </message>
    <message>
        <source>Stop the comparison</source>
        <translation>मिलान रोकें</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>क्या अलग है</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>अंतर</translation>
    </message>
    <message>
        <source>Stopping after this question…</source>
        <translation>इस सवाल के बाद रुक रहा है…</translation>
    </message>
    <message>
        <source>Reading {month} from {system}…</source>
        <translation>{system} से {month} पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Nothing was changed by it. Press Compare to begin again.</source>
        <translation>इससे कुछ नहीं बदला। फिर शुरू करने के लिए “मिलाएँ” दबाएँ।</translation>
    </message>
    <message>
        <source>{month}: what makes the difference</source>
        <translation>{month}: अंतर किससे है</translation>
    </message>
    <message>
        <source>{month}: no document differs (any more)</source>
        <translation>{month}: (अब) कोई दस्तावेज़ अलग नहीं</translation>
    </message>
    <message>
        <source>totals</source>
        <translation>योग</translation>
    </message>
    <message>
        <source>Back to the connections</source>
        <translation>कनेक्शन पर वापस</translation>
    </message>
    <message>
        <source>Waiting until the sync that runs has ended…</source>
        <translation>चल रहे सिंक के ख़त्म होने की प्रतीक्षा…</translation>
    </message>
    <message>
        <source>{label} is not here</source>
        <translation>{label} यहाँ नहीं है</translation>
    </message>
    <message>
        <source>It is in {system} alone. The next sync brings it, or says why it can't.</source>
        <translation>यह केवल {system} में है। अगला सिंक इसे लाएगा, या बताएगा कि क्यों नहीं ला सकता।</translation>
    </message>
    <message>
        <source>{n} document</source>
        <translation>{n} दस्तावेज़</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} दस्तावेज़</translation>
    </message>
    <message>
        <source>{here} here, {there} in {system}</source>
        <translation>यहाँ {here}, {system} में {there}</translation>
    </message>
    <message>
        <source>{n} month differs</source>
        <translation>{n} महीने में अंतर है</translation>
    </message>
    <message>
        <source>{n} months differ</source>
        <translation>{n} महीनों में अंतर है</translation>
    </message>
    <message>
        <source>Open a month (Enter or double click) to see the documents that make the difference.</source>
        <translation>जिन दस्तावेज़ों से अंतर है, उन्हें देखने के लिए महीना खोलें (Enter या दो बार क्लिक)।</translation>
    </message>
    <message>
        <source>Only here in this month</source>
        <translation>इस महीने में केवल यहाँ</translation>
    </message>
    <message>
        <source>Only in {system}</source>
        <translation>केवल {system} में</translation>
    </message>
    <message>
        <source>Here in another month</source>
        <translation>यहाँ दूसरे महीने में</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>दूसरी राशि</translation>
    </message>
    <message>
        <source>Another status</source>
        <translation>दूसरी स्थिति</translation>
    </message>
    <message>
        <source>Not in {system} yet</source>
        <translation>अभी {system} में नहीं</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>महीना</translation>
    </message>
    <message>
        <source>Here and not in {system}, and not counted: {list}.</source>
        <translation>यहाँ है पर {system} में नहीं, और गिना नहीं गया: {list}।</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>योग</translation>
    </message>
    <message>
        <source>Documents here</source>
        <translation>यहाँ दस्तावेज़</translation>
    </message>
    <message>
        <source>Amount here</source>
        <translation>यहाँ राशि</translation>
    </message>
    <message>
        <source>Documents in {system}</source>
        <translation>{system} में दस्तावेज़</translation>
    </message>
    <message>
        <source>Amount in {system}</source>
        <translation>{system} में राशि</translation>
    </message>
    <message>
        <source>Not in {system}</source>
        <translation>{system} में नहीं</translation>
    </message>
    <message>
        <source>Amount not in {system}</source>
        <translation>जो राशि {system} में नहीं</translation>
    </message>
    <message>
        <source>Date here</source>
        <translation>यहाँ तारीख</translation>
    </message>
    <message>
        <source>Status here</source>
        <translation>यहाँ स्थिति</translation>
    </message>
    <message>
        <source>Date in {system}</source>
        <translation>{system} में तारीख</translation>
    </message>
    <message>
        <source>Status in {system}</source>
        <translation>{system} में स्थिति</translation>
    </message>
    <message>
        <source>{what} here</source>
        <translation>{what} यहाँ</translation>
    </message>
    <message>
        <source>{what} in {system}</source>
        <translation>{what} {system} में</translation>
    </message>
    <message>
        <source>{month}, drafts</source>
        <translation>{month}, मसौदे</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>{what}: {n} ({amount})</source>
        <translation>{what}: {n} ({amount})</translation>
    </message>
    <message>
        <source>Nothing of these months is synced</source>
        <translation>इन महीनों का कुछ भी सिंक नहीं होता</translation>
    </message>
    <message>
        <source>Choose later months.</source>
        <translation>बाद के महीने चुनें।</translation>
    </message>
    <message>
        <source>Both sides come to the same in every month</source>
        <translation>हर महीने में दोनों ओर का योग बराबर है</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>अंतर</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>अलग है</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>बराबर</translation>
    </message>
    <message>
        <source>Show the sync</source>
        <translation>सिंक दिखाएँ</translation>
    </message>
    <message>
        <source>Work it off again</source>
        <translation>फिर से निपटाएँ</translation>
    </message>
    <message>
        <source>The record is read from the other system once more</source>
        <translation>रिकॉर्ड दूसरे सिस्टम से एक बार फिर पढ़ा जाता है</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>क्या आया</translation>
    </message>
    <message>
        <source>Kept without passwords, tokens and signatures.</source>
        <translation>पासवर्ड, टोकन और हस्ताक्षर के बिना रखा गया।</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>अभी कोशिश करें</translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>कोई सूचना चुनी नहीं गई</translation>
    </message>
    <message>
        <source>Choose one to see what it came with.</source>
        <translation>यह देखने के लिए कि उसमें क्या आया, कोई एक चुनें।</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>फ़ैसला करें…</translation>
    </message>
    <message>
        <source>Work {n} event off again</source>
        <translation>{n} सूचना फिर से निपटाएँ</translation>
    </message>
    <message>
        <source>Work {n} events off again</source>
        <translation>{n} सूचनाएँ फिर से निपटाएँ</translation>
    </message>
    <message>
        <source>All that are synced</source>
        <translation>जो भी सिंक होते हैं, सभी</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>नया बनाएँ</translation>
    </message>
    <message>
        <source>Make a new verification token; the present one is refused from then on</source>
        <translation>नया सत्यापन टोकन बनाएँ; मौजूदा टोकन तब से नहीं माना जाएगा</translation>
    </message>
    <message>
        <source>Only where a tunnel or relay hands events on to this PC: the address at which the other system reaches it. Of a tunnel its beginning is enough.</source>
        <translation>केवल तब, जब कोई टनल या रिले सूचनाएँ इस PC तक पहुँचाता हो: वह पता जिस पर दूसरा सिस्टम उस तक पहुँचता है। टनल के पते की शुरुआत ही काफ़ी है।</translation>
    </message>
    <message>
        <source>Told of</source>
        <translation>किसकी सूचना</translation>
    </message>
    <message>
        <source>Kinds of record</source>
        <translation>रिकॉर्ड के प्रकार</translation>
    </message>
    <message>
        <source>Edit the webhook</source>
        <translation>वेबहुक बदलें</translation>
    </message>
    <message>
        <source>Add a webhook</source>
        <translation>वेबहुक जोड़ें</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>गुप्त कुंजी (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Public address</source>
        <translation>सार्वजनिक पता (&amp;P)</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>गुप्त कुंजी</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>सार्वजनिक पता</translation>
    </message>
    <message>
        <source>Make a secret</source>
        <translation>गुप्त कुंजी बनाएँ</translation>
    </message>
    <message>
        <source>All kinds of record that are synced</source>
        <translation>सिंक होने वाले सभी प्रकार के रिकॉर्ड</translation>
    </message>
    <message>
        <source>The present one stays; type another to replace it</source>
        <translation>मौजूदा बनी रहेगी; बदलने के लिए दूसरी लिखें</translation>
    </message>
    <message>
        <source>Choose what you want to be told of.</source>
        <translation>चुनें कि किस बात की सूचना चाहिए।</translation>
    </message>
    <message>
        <source>Choose at least one kind of record, or all.</source>
        <translation>कम से कम एक प्रकार का रिकॉर्ड चुनें, या सभी।</translation>
    </message>
    <message>
        <source>QuickBooks Online</source>
        <translation>QuickBooks Online</translation>
    </message>
    <message>
        <source>Zoho CRM</source>
        <translation>Zoho CRM</translation>
    </message>
    <message>
        <source>SAP Business One</source>
        <translation>SAP Business One</translation>
    </message>
    <message>
        <source>Tally Prime</source>
        <translation>Tally Prime</translation>
    </message>
    <message>
        <source>Another system</source>
        <translation>कोई और सिस्टम</translation>
    </message>
    <message>
        <source>Not yet proven on a live Tally. Try the add-on with a copy of a company first; if Tally shows a warning, it uses none of it, and everything goes on as before.</source>
        <translation>अभी असली Tally पर परखा नहीं गया है। ऐड-ऑन को पहले कंपनी की एक प्रति पर आज़माएँ; अगर Tally चेतावनी दिखाए, तो वह उसका कुछ भी काम में नहीं लेता, और सब पहले जैसा चलता रहता है।</translation>
    </message>
    <message>
        <source>Not yet proven with a live SAP Business One: SAP does not say how it writes its signature, so both usual ways are taken.</source>
        <translation>अभी असली SAP Business One के साथ परखा नहीं गया है: SAP नहीं बताता कि वह अपना हस्ताक्षर कैसे लिखता है, इसलिए दोनों प्रचलित तरीके माने जाते हैं।</translation>
    </message>
    <message>
        <source>{name} calls from the Internet and wants an https address. Have a tunnel or relay on this PC hand its calls on to 127.0.0.1, with that name as their Host and all else unchanged, and enter its address as the webhook's public address (Edit…).</source>
        <translation>{name} इंटरनेट से बुलाता है और उसे https पता चाहिए। इस PC पर किसी टनल या रिले से उसकी कॉल 127.0.0.1 तक पहुँचवाएँ, Host में यही नाम हो और बाकी सब बिना बदले; फिर उसका पता वेबहुक के सार्वजनिक पते में भरें (बदलें…)।</translation>
    </message>
    <message>
        <source>(the webhook's address)</source>
        <translation>(वेबहुक का पता)</translation>
    </message>
    <message>
        <source>(the webhook's public https address)</source>
        <translation>(वेबहुक का सार्वजनिक https पता)</translation>
    </message>
    <message>
        <source>(the verification token)</source>
        <translation>(सत्यापन टोकन)</translation>
    </message>
    <message>
        <source>(the secret)</source>
        <translation>(गुप्त कुंजी)</translation>
    </message>
    <message>
        <source>Open your app's page at developer.intuit.com, and its Webhooks.</source>
        <translation>developer.intuit.com पर अपने ऐप का पेज खोलें, और उसमें Webhooks।</translation>
    </message>
    <message>
        <source>Enter this address there:</source>
        <translation>वहाँ यह पता भरें:</translation>
    </message>
    <message>
        <source>Choose the kinds of record, and what you want to be told of each.</source>
        <translation>रिकॉर्ड के प्रकार चुनें, और हर एक के बारे में किस बात की सूचना चाहिए।</translation>
    </message>
    <message>
        <source>Copy the verifier token shown there, and enter it here as this webhook's secret (Edit…).</source>
        <translation>वहाँ दिखाया गया verifier token कॉपी करें, और यहाँ इस वेबहुक की गुप्त कुंजी में भरें (बदलें…)।</translation>
    </message>
    <message>
        <source>Change a customer in QuickBooks. An event must appear in the list here.</source>
        <translation>QuickBooks में कोई ग्राहक बदलें। यहाँ सूची में एक सूचना दिखनी चाहिए।</translation>
    </message>
    <message>
        <source>Zoho has no page for this: whoever looks after its API sends this request (POST …/crm/v8/actions/watch). The login needs the permission ZohoCRM.notifications.ALL.</source>
        <translation>Zoho में इसके लिए कोई पेज नहीं है: जो उसका API सँभालता है, वह यह अनुरोध भेजे (POST …/crm/v8/actions/watch)। लॉगिन को ZohoCRM.notifications.ALL अनुमति चाहिए।</translation>
    </message>
    <message>
        <source>Zoho ends a watch after a week at the latest. Renew it before that: the same request with PUT.</source>
        <translation>Zoho अधिक से अधिक एक सप्ताह बाद निगरानी बंद कर देता है। उससे पहले नया करें: यही अनुरोध PUT के साथ।</translation>
    </message>
    <message>
        <source>Change a record in Zoho. An event must appear in the list here.</source>
        <translation>Zoho में कोई रिकॉर्ड बदलें। यहाँ सूची में एक सूचना दिखनी चाहिए।</translation>
    </message>
    <message>
        <source>Events need SAP Business One 10.0 FP 2602 or later, and its Webhook Messenger service.</source>
        <translation>सूचनाओं के लिए SAP Business One 10.0 FP 2602 या बाद का संस्करण और उसकी Webhook Messenger सेवा चाहिए।</translation>
    </message>
    <message>
        <source>SAP sends to https addresses alone. Let other computers reach this PC with a certificate (Settings), and have the SAP server trust that certificate; or use a relay, and enter its address as the webhook's public address (Edit…).</source>
        <translation>SAP केवल https पतों पर भेजता है। दूसरे कंप्यूटरों को प्रमाणपत्र के साथ इस PC तक पहुँचने दें (सेटिंग), और SAP सर्वर से उस प्रमाणपत्र पर भरोसा करवाएँ; या रिले लगाएँ, और उसका पता वेबहुक के सार्वजनिक पते में भरें (बदलें…)।</translation>
    </message>
    <message>
        <source>This webhook needs a secret (Edit…): SAP signs with it.</source>
        <translation>इस वेबहुक को गुप्त कुंजी चाहिए (बदलें…): SAP उसी से हस्ताक्षर करता है।</translation>
    </message>
    <message>
        <source>Whoever looks after SAP's Service Layer switches events on: POST CompanyService_UpdateAdminInfo with</source>
        <translation>जो SAP की Service Layer सँभालता है, वह सूचनाएँ चालू करे: POST CompanyService_UpdateAdminInfo, इसके साथ</translation>
    </message>
    <message>
        <source>Then the subscription: POST EventSubscriptions with this. Add what else you want to be told of; EventSubscriptionsService_GetEventCatalog lists what there is.</source>
        <translation>फिर सदस्यता: POST EventSubscriptions, इसके साथ। और जिसकी सूचना चाहिए वह जोड़ें; क्या-क्या है, यह EventSubscriptionsService_GetEventCatalog बताता है।</translation>
    </message>
    <message>
        <source>Change a record in SAP. An event must appear in the list here.</source>
        <translation>SAP में कोई रिकॉर्ड बदलें। यहाँ सूची में एक सूचना दिखनी चाहिए।</translation>
    </message>
    <message>
        <source>Have the system send its events (POST, JSON) to this address:</source>
        <translation>सिस्टम से उसकी सूचनाएँ (POST, JSON) इस पते पर भिजवाएँ:</translation>
    </message>
    <message>
        <source>Each message proves who sent it: with this header, or signed with the secret (X-Signature).</source>
        <translation>हर संदेश साबित करता है कि उसे किसने भेजा: इस हेडर से, या गुप्त कुंजी के हस्ताक्षर से (X-Signature)।</translation>
    </message>
    <message>
        <source>What a message says: what happened, to which kind of record, and its number there. Many other spellings are understood, too.</source>
        <translation>संदेश क्या कहता है: क्या हुआ, किस प्रकार के रिकॉर्ड को, और वहाँ उसका नंबर। लिखने के कई दूसरे ढंग भी समझे जाते हैं।</translation>
    </message>
    <message>
        <source>To try it from this PC, with the number of a record that is there:</source>
        <translation>इस PC से आज़माने के लिए, वहाँ मौजूद किसी रिकॉर्ड के नंबर के साथ:</translation>
    </message>
    <message>
        <source>Tally sends nothing by itself: SalesMate Sync asks it as often as you set. An add-on makes it quicker: it writes a line into a file whenever a voucher or a ledger is saved, cancelled or deleted. No webhook is needed.</source>
        <translation>Tally अपने आप कुछ नहीं भेजता: SalesMate Sync उससे आपके तय किए समय पर पूछता है। ऐड-ऑन से यह जल्दी होता है: जब भी कोई वाउचर या लेजर सहेजा, रद्द किया या हटाया जाता है, वह एक फ़ाइल में एक पंक्ति लिखता है। वेबहुक की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>On each PC where people work in Tally, make this folder as an administrator, and let them write there:</source>
        <translation>जिस-जिस PC पर लोग Tally में काम करते हैं, वहाँ एडमिनिस्ट्रेटर के रूप में यह फ़ोल्डर बनाएँ, और उन्हें उसमें लिखने दें:</translation>
    </message>
    <message>
        <source>Save the add-on into that folder (the button below).</source>
        <translation>ऐड-ऑन को उस फ़ोल्डर में सहेजें (नीचे का बटन)।</translation>
    </message>
    <message>
        <source>In Tally: F1 (Help) &gt; TDLs &amp; Add-Ons &gt; F4 (Manage Local TDLs) &gt; Load TDLs on startup: Yes, and give the file's path. It must show as Active.</source>
        <translation>Tally में: F1 (Help) &gt; TDLs &amp; Add-Ons &gt; F4 (Manage Local TDLs) &gt; Load TDLs on startup: Yes, और फ़ाइल का पथ दें। वह Active दिखना चाहिए।</translation>
    </message>
    <message>
        <source>Save a voucher. A line that begins with SMS1|ev=save must appear in the events file.</source>
        <translation>कोई वाउचर सहेजें। सूचना फ़ाइल में SMS1|ev=save से शुरू होने वाली एक पंक्ति दिखनी चाहिए।</translation>
    </message>
    <message>
        <source>Choose that events file below, as this PC sees it.</source>
        <translation>वह सूचना फ़ाइल नीचे चुनें, जैसे यह PC उसे देखता है।</translation>
    </message>
    <message>
        <source>The webhook is ready</source>
        <translation>वेबहुक तैयार है</translation>
    </message>
    <message>
        <source>How to set it up</source>
        <translation>कैसे लगाएँ</translation>
    </message>
    <message>
        <source>System</source>
        <translation>सिस्टम</translation>
    </message>
    <message>
        <source>Verification token</source>
        <translation>सत्यापन टोकन</translation>
    </message>
    <message>
        <source>Copy these now</source>
        <translation>इन्हें अभी कॉपी कर लें</translation>
    </message>
    <message>
        <source>The token and the secret can't be shown again. New ones can be made later (Edit…).</source>
        <translation>टोकन और गुप्त कुंजी फिर नहीं दिखाई जा सकतीं। बाद में नई बनाई जा सकती हैं (बदलें…)।</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>पता कॉपी करें</translation>
    </message>
    <message>
        <source>How to set it up…</source>
        <translation>कैसे लगाएँ…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>How senders prove themselves</source>
        <translation>भेजने वाला खुद को कैसे साबित करता है</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>पिछली सूचना</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>चालू करें</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>किसने भेजा</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>कोशिशें</translation>
    </message>
    <message>
        <source>Add a webhook…</source>
        <translation>वेबहुक जोड़ें…</translation>
    </message>
    <message>
        <source>With a webhook a connected system tells of a change within seconds, instead of at the next sync. The record is then read over the connection as always.</source>
        <translation>वेबहुक से जुड़ा हुआ सिस्टम बदलाव की सूचना अगले सिंक के बजाय कुछ सेकंड में दे देता है। फिर रिकॉर्ड हमेशा की तरह कनेक्शन से पढ़ा जाता है।</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>सेटिंग…</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>सूचनाएँ</translation>
    </message>
    <message>
        <source>Show events by what came of them</source>
        <translation>नतीजे के अनुसार सूचनाएँ दिखाएँ</translation>
    </message>
    <message>
        <source>Show the events of one webhook</source>
        <translation>एक वेबहुक की सूचनाएँ दिखाएँ</translation>
    </message>
    <message>
        <source>All webhooks</source>
        <translation>सभी वेबहुक</translation>
    </message>
    <message>
        <source>Show the newest</source>
        <translation>सबसे नई दिखाएँ</translation>
    </message>
    <message>
        <source>The address is copied</source>
        <translation>पता कॉपी हो गया</translation>
    </message>
    <message>
        <source>Remove the webhook</source>
        <translation>वेबहुक हटाएँ</translation>
    </message>
    <message>
        <source>Remove the webhook of “{name}”?</source>
        <translation>“{name}” का वेबहुक हटाएँ?</translation>
    </message>
    <message>
        <source>Settings for receiving</source>
        <translation>सूचनाएँ पाने की सेटिंग</translation>
    </message>
    <message>
        <source>Copy the address for receiving</source>
        <translation>सूचनाएँ पाने का पता कॉपी करें</translation>
    </message>
    <message>
        <source>No system tells of its changes yet</source>
        <translation>अभी कोई सिस्टम अपने बदलावों की सूचना नहीं देता</translation>
    </message>
    <message>
        <source>Ordinary syncs find every change all the same. Add a webhook for a system that can send events; for Tally see “How to set it up”.</source>
        <translation>सामान्य सिंक फिर भी हर बदलाव ढूँढ लेते हैं। जो सिस्टम सूचनाएँ भेज सकता है, उसके लिए वेबहुक जोड़ें; Tally के लिए “कैसे लगाएँ” देखें।</translation>
    </message>
    <message>
        <source>Connect a system first; then it can tell of its changes here.</source>
        <translation>पहले कोई सिस्टम जोड़ें; फिर वह यहाँ अपने बदलावों की सूचना दे सकेगा।</translation>
    </message>
    <message>
        <source>No such events</source>
        <translation>ऐसी कोई सूचना नहीं</translation>
    </message>
    <message>
        <source>No event has come in yet</source>
        <translation>अभी तक कोई सूचना नहीं आई</translation>
    </message>
    <message>
        <source>Once the other system is set up, change a record there: it appears here within seconds.</source>
        <translation>दूसरा सिस्टम लगा लेने के बाद वहाँ कोई रिकॉर्ड बदलें: वह कुछ सेकंड में यहाँ दिखेगा।</translation>
    </message>
    <message>
        <source>New records</source>
        <translation>नए रिकॉर्ड</translation>
    </message>
    <message>
        <source>Changed records</source>
        <translation>बदले हुए रिकॉर्ड</translation>
    </message>
    <message>
        <source>Deleted records</source>
        <translation>हटाए गए रिकॉर्ड</translation>
    </message>
    <message>
        <source>{what} made: {which}</source>
        <translation>{what} नया: {which}</translation>
    </message>
    <message>
        <source>{what} changed: {which}</source>
        <translation>{what} बदला: {which}</translation>
    </message>
    <message>
        <source>{what} deleted: {which}</source>
        <translation>{what} हटाया गया: {which}</translation>
    </message>
    <message>
        <source>Intuit's signature</source>
        <translation>Intuit का हस्ताक्षर</translation>
    </message>
    <message>
        <source>The verification token in each message</source>
        <translation>हर संदेश में सत्यापन टोकन</translation>
    </message>
    <message>
        <source>SAP's signature, made with the secret</source>
        <translation>गुप्त कुंजी से बना SAP का हस्ताक्षर</translation>
    </message>
    <message>
        <source>A signature as in the Standard Webhooks specification, made with the secret</source>
        <translation>Standard Webhooks मानक जैसा हस्ताक्षर, गुप्त कुंजी से बना</translation>
    </message>
    <message>
        <source>A signature of the message, made with the secret</source>
        <translation>संदेश का हस्ताक्षर, गुप्त कुंजी से बना</translation>
    </message>
    <message>
        <source>The verification token, sent along</source>
        <translation>साथ भेजा गया सत्यापन टोकन</translation>
    </message>
    <message>
        <source>Other computers reach it, too, and nothing protects what is sent. Use a certificate.</source>
        <translation>दूसरे कंप्यूटर भी इस तक पहुँचते हैं, और जो भेजा जाता है वह सुरक्षित नहीं है। प्रमाणपत्र लगाएँ।</translation>
    </message>
    <message>
        <source>{kinds}: {records}</source>
        <translation>{kinds}: {records}</translation>
    </message>
    <message>
        <source>Goes: this webhook's address, its token and secret, and the list of its events. Events that still wait are not worked off.
Stays: every record, and the ordinary syncs of {name}; they find what changes.
The other system does not notice: take the address out there, too.</source>
        <translation>हटेगा: इस वेबहुक का पता, इसका टोकन और गुप्त कुंजी, और इसकी सूचनाओं की सूची। जो सूचनाएँ अभी रुकी हैं, वे नहीं निपटेंगी।
रहेगा: हर रिकॉर्ड, और {name} के सामान्य सिंक; जो बदलेगा वह उनसे मिल जाएगा।
दूसरे सिस्टम को पता नहीं चलता: वहाँ से भी यह पता हटा दें।</translation>
    </message>
    <message>
        <source>{n} event</source>
        <translation>{n} सूचना</translation>
    </message>
    <message>
        <source>{n} events</source>
        <translation>{n} सूचनाएँ</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>सभी सूचनाएँ</translation>
    </message>
    <message>
        <source>Being worked on</source>
        <translation>काम चल रहा है</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>ले ली गईं</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>छोड़ी गई</translation>
    </message>
    <message>
        <source>Received, waits for its turn</source>
        <translation>मिली, बारी का इंतज़ार</translation>
    </message>
    <message>
        <source>Created here</source>
        <translation>यहाँ बनाया गया</translation>
    </message>
    <message>
        <source>Updated here</source>
        <translation>यहाँ बदला गया</translation>
    </message>
    <message>
        <source>Deleted here</source>
        <translation>यहाँ हटाया गया</translation>
    </message>
    <message>
        <source>Receiving is switched off in this window. Ordinary syncs go on.</source>
        <translation>इस विंडो में सूचनाएँ पाना बंद है। सामान्य सिंक चलते रहते हैं।</translation>
    </message>
    <message>
        <source>Only programs on this PC reach this address. A system in the cloud needs a tunnel or relay on this PC that hands its events on.</source>
        <translation>इस पते तक केवल इस PC के प्रोग्राम पहुँचते हैं। क्लाउड के सिस्टम के लिए इस PC पर टनल या रिले चाहिए, जो उसकी सूचनाएँ आगे पहुँचाए।</translation>
    </message>
    <message>
        <source>Other computers reach it, too. A certificate protects what is sent.</source>
        <translation>दूसरे कंप्यूटर भी इस तक पहुँचते हैं। जो भेजा जाता है, उसे प्रमाणपत्र सुरक्षित रखता है।</translation>
    </message>
    <message>
        <source>Tried again {time}</source>
        <translation>{time} फिर कोशिश होगी</translation>
    </message>
    <message>
        <source>the newest {n} events</source>
        <translation>सबसे नई {n} सूचनाएँ</translation>
    </message>
    <message>
        <source>Only if the sender signs its messages; otherwise it sends the verification token along.</source>
        <translation>केवल तब, जब भेजने वाला अपने संदेशों पर हस्ताक्षर करता हो; नहीं तो वह सत्यापन टोकन साथ भेजता है।</translation>
    </message>
    <message>
        <source>Ready at {address}</source>
        <translation>{address} पर तैयार</translation>
    </message>
    <message>
        <source>Still missing: Intuit's verifier token, as this webhook's secret</source>
        <translation>अभी बाकी: Intuit का verifier token, इस वेबहुक की गुप्त कुंजी के रूप में</translation>
    </message>
    <message>
        <source>Still missing: the secret with which SAP signs</source>
        <translation>अभी बाकी: वह गुप्त कुंजी जिससे SAP हस्ताक्षर करता है</translation>
    </message>
    <message>
        <source>A signature made with the secret, or the verification token</source>
        <translation>गुप्त कुंजी से बना हस्ताक्षर, या सत्यापन टोकन</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>number {id}</source>
        <translation>नंबर {id}</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>नाम नहीं दिया</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>मिली</translation>
    </message>
    <message>
        <source>No event can come in</source>
        <translation>कोई सूचना नहीं आ सकती</translation>
    </message>
    <message>
        <source>all kinds of record</source>
        <translation>सभी प्रकार के रिकॉर्ड</translation>
    </message>
    <message>
        <source>{proof} (in {header})</source>
        <translation>{proof} ({header} में)</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>अभी कोई नहीं</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Worked off</source>
        <translation>निपटाई गई</translation>
    </message>
    <message>
        <source>Failed tries</source>
        <translation>विफल कोशिशें</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>अगली कोशिश</translation>
    </message>
    <message>
        <source>The verifier token that Intuit shows on your app's page. It may be entered later.</source>
        <translation>वह verifier token जो Intuit आपके ऐप के पेज पर दिखाता है। बाद में भी भरा जा सकता है।</translation>
    </message>
    <message>
        <source>Not needed: Zoho sends the verification token along.</source>
        <translation>ज़रूरी नहीं: Zoho सत्यापन टोकन साथ भेजता है।</translation>
    </message>
    <message>
        <source>SAP signs with it: make one, and enter it there.</source>
        <translation>SAP इसी से हस्ताक्षर करता है: एक बनाएँ, और वहाँ भरें।</translation>
    </message>
    <message>
        <source>Tally itself sends nothing; this is for a program beside it. A secret is needed only if that signs.</source>
        <translation>Tally खुद कुछ नहीं भेजता; यह उसके साथ चलने वाले किसी प्रोग्राम के लिए है। गुप्त कुंजी तभी चाहिए, जब वह हस्ताक्षर करे।</translation>
    </message>
    <message>
        <source>Ordinary syncs go on.</source>
        <translation>सामान्य सिंक चलते रहते हैं।</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>कॉपी हो गया</translation>
    </message>
    <message>
        <source>Copied: {what}</source>
        <translation>कॉपी हो गया: {what}</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>चरण {n}</translation>
    </message>
    <message>
        <source>Tally connection</source>
        <translation>Tally कनेक्शन</translation>
    </message>
    <message>
        <source>Events file</source>
        <translation>सूचना फ़ाइल</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>चुनें…</translation>
    </message>
    <message>
        <source>Follow this file</source>
        <translation>इस फ़ाइल पर नज़र रखें</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>नज़र रखना बंद करें</translation>
    </message>
    <message>
        <source>Save the add-on…</source>
        <translation>ऐड-ऑन सहेजें…</translation>
    </message>
    <message>
        <source>Choose the events file</source>
        <translation>सूचना फ़ाइल चुनें</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>चुनें</translation>
    </message>
    <message>
        <source>Text file (*.txt)</source>
        <translation>टेक्स्ट फ़ाइल (*.txt)</translation>
    </message>
    <message>
        <source>Save the add-on</source>
        <translation>ऐड-ऑन सहेजें</translation>
    </message>
    <message>
        <source>Tally add-on (*.tdl)</source>
        <translation>Tally ऐड-ऑन (*.tdl)</translation>
    </message>
    <message>
        <source>The add-on is saved</source>
        <translation>ऐड-ऑन सहेजा गया</translation>
    </message>
    <message>
        <source>The events file of</source>
        <translation>सूचना फ़ाइल, कनेक्शन</translation>
    </message>
    <message>
        <source>Which file? Choose it, or type its path.</source>
        <translation>कौन-सी फ़ाइल? उसे चुनें, या उसका पथ लिखें।</translation>
    </message>
    <message>
        <source>The add-on can't be saved there: {why}.</source>
        <translation>ऐड-ऑन वहाँ सहेजा नहीं जा सकता: {why}।</translation>
    </message>
    <message>
        <source>Connect Tally first; then its events file is chosen here.</source>
        <translation>पहले Tally जोड़ें; फिर उसकी सूचना फ़ाइल यहाँ चुनी जाएगी।</translation>
    </message>
    <message>
        <source>Choose another folder, or start as an administrator.</source>
        <translation>दूसरा फ़ोल्डर चुनें, या एडमिनिस्ट्रेटर के रूप में शुरू करें।</translation>
    </message>
    <message>
        <source>{n} lakh</source>
        <translation>{n} लाख</translation>
    </message>
    <message>
        <source>{n} k</source>
        <translation>{n} ह</translation>
    </message>
    <message>
        <source>Records synced and failed by day</source>
        <translation>दिन के अनुसार सिंक हुए और विफल रिकॉर्ड</translation>
    </message>
    <message>
        <source>{day}: {synced} synced, {failed} failed</source>
        <translation>{day}: {synced} सिंक हुए, {failed} विफल</translation>
    </message>
    <message>
        <source>Ledgers under Sundry Debtors, with their balances</source>
        <translation>Sundry Debtors के लेजर, शेष सहित</translation>
    </message>
    <message>
        <source>Stock items, with stock and value</source>
        <translation>स्टॉक आइटम, मात्रा और मूल्य सहित</translation>
    </message>
    <message>
        <source>Sales orders</source>
        <translation>बिक्री ऑर्डर</translation>
    </message>
    <message>
        <source>Sales invoices, with items, taxes and bills</source>
        <translation>बिक्री बिल, आइटम, कर और बकाया सहित</translation>
    </message>
    <message>
        <source>Receipts, and the bills they settle</source>
        <translation>रसीदें, और वे बिल जो उनसे चुके</translation>
    </message>
    <message>
        <source>Names, addresses and tax numbers</source>
        <translation>नाम, पते और कर नंबर</translation>
    </message>
    <message>
        <source>Items, with their prices</source>
        <translation>आइटम, उनके दाम के साथ</translation>
    </message>
    <message>
        <source>Sales invoices, with items and taxes</source>
        <translation>बिक्री इनवॉइस, आइटम और कर के साथ</translation>
    </message>
    <message>
        <source>Payments, and the invoices they settle</source>
        <translation>भुगतान, और वे इनवॉइस जिन्हें वे चुकाते हैं</translation>
    </message>
    <message>
        <source>Deals, with their stage and amount</source>
        <translation>डील, उनके चरण और रकम के साथ</translation>
    </message>
    <message>
        <source>The people at your customers</source>
        <translation>आपके ग्राहकों के यहाँ के लोग</translation>
    </message>
    <message>
        <source>New and changed records are sent to {system} with each sync. A record that {system} refuses waits in Activity with the reason; the others go on. “Show what a sync would do” on the connection shows everything before it is sent.</source>
        <translation>नए और बदले रिकॉर्ड हर सिंक के साथ {system} को भेजे जाते हैं। जिस रिकॉर्ड को {system} अस्वीकार करे, वह कारण के साथ गतिविधि में रुकता है; बाकी चलते रहते हैं। कनेक्शन पर “दिखाएँ कि सिंक क्या करेगा” भेजने से पहले सब दिखाता है।</translation>
    </message>
    <message>
        <source>New vouchers arrive in Tally as Optional</source>
        <translation>नए वाउचर Tally में Optional बनकर पहुँचें</translation>
    </message>
    <message>
        <source>An Optional voucher is a draft: it moves no balance and no stock until somebody accepts it in Tally. Switched off, what is made here counts in the books at once.</source>
        <translation>Optional वाउचर एक मसौदा है: जब तक कोई उसे Tally में स्वीकार न करे, वह न बैलेंस बदलता है न स्टॉक। बंद करने पर, यहाँ बनाया हुआ तुरंत बही में गिना जाता है।</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>Which way: {what}</source>
        <translation>किस दिशा में: {what}</translation>
    </message>
    <message>
        <source>Which company?</source>
        <translation>कौन सी कंपनी?</translation>
    </message>
    <message>
        <source>Check the name and the data folder: a copy or an old year can bear the same name.</source>
        <translation>नाम और डेटा फ़ोल्डर जाँच लें: किसी प्रति या पुराने साल का नाम भी यही हो सकता है।</translation>
    </message>
    <message>
        <source>Name of the connection</source>
        <translation>कनेक्शन का नाम</translation>
    </message>
    <message>
        <source>Call this &amp;connection</source>
        <translation>कनेक्शन का नाम(&amp;C)</translation>
    </message>
    <message>
        <source>Asking {system} for its companies…</source>
        <translation>{system} से कंपनियाँ पूछी जा रही हैं…</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>कंपनियाँ</translation>
    </message>
    <message>
        <source>Which books?</source>
        <translation>कौन सी बही?</translation>
    </message>
    <message>
        <source>Check the name and what stands below it: only these are synced over this connection.</source>
        <translation>नाम और उसके नीचे लिखी बातें जाँचें: इस कनेक्शन से केवल यही सिंक होता है।</translation>
    </message>
    <message>
        <source>Already connected as “{name}”. Two connections would bring every record in twice.</source>
        <translation>पहले से “{name}” नाम से जुड़ी है। दो कनेक्शन हर रिकॉर्ड दो बार लाएँगे।</translation>
    </message>
    <message>
        <source>Which ledgers are documents booked to?</source>
        <translation>दस्तावेज़ किन लेजर में दर्ज होते हैं?</translation>
    </message>
    <message>
        <source>Choose later: documents wait here until it is done under Connections &gt; Sync settings</source>
        <translation>बाद में चुनें: जब तक यह कनेक्शन &gt; सिंक सेटिंग में न हो, दस्तावेज़ यहीं रुकते हैं</translation>
    </message>
    <message>
        <source>Only documents that are written to {system} need this. What is used most there so far comes first.</source>
        <translation>इसकी ज़रूरत केवल उन दस्तावेज़ों को है जो {system} में लिखे जाते हैं। वहाँ अब तक सबसे ज़्यादा इस्तेमाल हुआ पहले आता है।</translation>
    </message>
    <message>
        <source>In Tally Prime press F1 (Help) and choose Settings, then Connectivity.</source>
        <translation>Tally Prime में F1 (Help) दबाएँ, फिर Settings और Connectivity चुनें।</translation>
    </message>
    <message>
        <source>Open “Client/Server configuration”.</source>
        <translation>“Client/Server configuration” खोलें।</translation>
    </message>
    <message>
        <source>Set “TallyPrime acts as” to Both, and the port to 9000. Accept with Ctrl+A.</source>
        <translation>“TallyPrime acts as” को Both और पोर्ट को 9000 करें। Ctrl+A से स्वीकार करें।</translation>
    </message>
    <message>
        <source>Let Tally restart, and open the company you want to connect.</source>
        <translation>Tally को फिर शुरू होने दें और जो कंपनी जोड़नी है उसे खोलें।</translation>
    </message>
    <message>
        <source>Come back here and press Look again.</source>
        <translation>यहाँ लौटकर "फिर देखें" दबाएँ।</translation>
    </message>
    <message>
        <source>Nothing listens there: Tally is not running, or its connector is not switched on.</source>
        <translation>वहाँ कोई नहीं सुन रहा: Tally चालू नहीं है, या उसका कनेक्टर चालू नहीं है।</translation>
    </message>
    <message>
        <source>Educational mode: this Tally has no licence. Reading works; it accepts vouchers on the 1st, 2nd and 31st only.</source>
        <translation>Educational मोड: इस Tally का लाइसेंस नहीं है। पढ़ना चलता है; वाउचर सिर्फ़ 1, 2 और 31 तारीख के लिए जाते हैं।</translation>
    </message>
    <message>
        <source>Open there: {names}</source>
        <translation>वहाँ खुली: {names}</translation>
    </message>
    <message>
        <source>Tally answers, but no company is open. Open the company in Tally, then press Look again.</source>
        <translation>Tally जवाब देता है, पर कोई कंपनी खुली नहीं। Tally में कंपनी खोलें, फिर "फिर देखें" दबाएँ।</translation>
    </message>
    <message>
        <source>Something listens there but does not answer. Most often a message is waiting in the Tally window: go there, close it, then press Look again. A big report or import also keeps Tally busy for minutes.</source>
        <translation>वहाँ कोई सुन रहा है पर जवाब नहीं देता। अक्सर Tally की विंडो में कोई संदेश रुका होता है: वहाँ जाकर उसे बंद करें, फिर "फिर देखें" दबाएँ। बड़ी रिपोर्ट या आयात से भी Tally कई मिनट व्यस्त रहता है।</translation>
    </message>
    <message>
        <source>Another program uses this port, not Tally. Look in Tally for the port it uses, and type it below.</source>
        <translation>इस पोर्ट पर Tally नहीं, कोई और प्रोग्राम है। Tally में उसका पोर्ट देखें और नीचे लिखें।</translation>
    </message>
    <message>
        <source>This PC can't be reached. Check its name or address, that it is on, and that its firewall lets this PC in.</source>
        <translation>इस PC तक पहुँचा नहीं जा सका। उसका नाम या पता जाँचें, देखें कि वह चालू है और उसका फ़ायरवॉल इस PC को आने देता है।</translation>
    </message>
    <message>
        <source>Educational</source>
        <translation>Educational</translation>
    </message>
    <message>
        <source>No Tally answered at these addresses</source>
        <translation>इन पतों पर किसी Tally ने जवाब नहीं दिया</translation>
    </message>
    <message>
        <source>Check that Tally is running there, that its connector is on, and that the firewall lets this PC in.</source>
        <translation>देखें कि वहाँ Tally चालू है, कनेक्टर चालू है, और फ़ायरवॉल इस PC को आने देता है।</translation>
    </message>
    <message>
        <source>There are no books for this login in {system}</source>
        <translation>इस लॉगिन के लिए {system} में कोई बही नहीं है</translation>
    </message>
    <message>
        <source>Look whether its user may see them there, then press Look again.</source>
        <translation>देखें कि उसका उपयोगकर्ता वहाँ उन्हें देख सकता है या नहीं, फिर “फिर देखें” दबाएँ।</translation>
    </message>
    <message>
        <source>{n} record is here</source>
        <translation>{n} रिकॉर्ड आ गया</translation>
    </message>
    <message>
        <source>{n} records are here</source>
        <translation>{n} रिकॉर्ड आ गए</translation>
    </message>
    <message>
        <source>about {time} left for these</source>
        <translation>इनके लिए लगभग {time} बाकी</translation>
    </message>
    <message>
        <source>Type the name or address of the PC where Tally runs, or a range like 192.168.1.0/24.</source>
        <translation>जिस PC पर Tally चलता है उसका नाम या पता लिखें, या 192.168.1.0/24 जैसी सीमा।</translation>
    </message>
    <message>
        <source>That is {n} addresses; at most {most} are looked at in one go.</source>
        <translation>ये {n} पते हैं; एक बार में अधिक से अधिक {most} देखे जाते हैं।</translation>
    </message>
    <message>
        <source>“{text}” is not the name or address of a PC.</source>
        <translation>“{text}” किसी PC का नाम या पता नहीं है।</translation>
    </message>
    <message>
        <source>“{text}” is not a port. Tally's is 9000 unless it was changed.</source>
        <translation>“{text}” पोर्ट नहीं है। बदला न हो तो Tally का पोर्ट 9000 है।</translation>
    </message>
    <message>
        <source>Tally did not answer on this PC</source>
        <translation>इस PC पर Tally ने जवाब नहीं दिया</translation>
    </message>
    <message>
        <source>Either it is not running, it runs on another PC, or its connector is not switched on yet.</source>
        <translation>या तो वह चालू नहीं है, या किसी और PC पर है, या उसका कनेक्टर अभी चालू नहीं है।</translation>
    </message>
    <message>
        <source>Data folder {folder}</source>
        <translation>डेटा फ़ोल्डर {folder}</translation>
    </message>
    <message>
        <source>Books from {day}</source>
        <translation>बही {day} से</translation>
    </message>
    <message>
        <source>Last voucher {day}</source>
        <translation>अंतिम वाउचर {day}</translation>
    </message>
    <message>
        <source>No company is open in Tally</source>
        <translation>Tally में कोई कंपनी खुली नहीं है</translation>
    </message>
    <message>
        <source>Open the company there, then press Look again.</source>
        <translation>वहाँ कंपनी खोलें, फिर "फिर देखें" दबाएँ।</translation>
    </message>
    <message>
        <source>{n} waits for your decision: see Conflicts.</source>
        <translation>{n} आपके निर्णय की प्रतीक्षा में है: टकराव देखें।</translation>
    </message>
    <message>
        <source>{n} wait for your decision: see Conflicts.</source>
        <translation>{n} आपके निर्णय की प्रतीक्षा में हैं: टकराव देखें।</translation>
    </message>
    <message>
        <source>Everything that was asked for came over.</source>
        <translation>जो माँगा गया सब आ गया।</translation>
    </message>
    <message>
        <source>The sync waits for your answer</source>
        <translation>सिंक आपके जवाब का इंतज़ार कर रहा है</translation>
    </message>
    <message>
        <source>The sync was stopped</source>
        <translation>सिंक रोका गया</translation>
    </message>
    <message>
        <source>What came so far is kept; the next sync goes on from there.</source>
        <translation>अब तक जो आया वह सुरक्षित है; अगला सिंक वहीं से आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>{n} {what} come in</source>
        <translation>{n} {what} आएँगे</translation>
    </message>
    <message>
        <source>{n} are the same as ones you have</source>
        <translation>{n} आपके पास पहले से हैं</translation>
    </message>
    <message>
        <source>{n} change</source>
        <translation>{n} बदलेंगे</translation>
    </message>
    <message>
        <source>{n} wait for your decision</source>
        <translation>{n} आपके फ़ैसले का इंतज़ार करेंगे</translation>
    </message>
    <message>
        <source>{n} can't be read</source>
        <translation>{n} पढ़े नहीं जा सकते</translation>
    </message>
    <message>
        <source>{n} could not be taken over: see Activity.</source>
        <translation>{n} नहीं लिए जा सके: गतिविधि देखें।</translation>
    </message>
    <message>
        <source>The sync failed</source>
        <translation>सिंक विफल हुआ</translation>
    </message>
    <message>
        <source>“{text}” is not a range of addresses. Write it like 192.168.1.0/24.</source>
        <translation>“{text}” पतों की सीमा नहीं है। 192.168.1.0/24 की तरह लिखें।</translation>
    </message>
    <message>
        <source>no {what} found</source>
        <translation>कोई {what} नहीं मिला</translation>
    </message>
    <message>
        <source>“{label}” looks like one you have already</source>
        <translation>“{label}” आपके पास पहले से लगता है</translation>
    </message>
    <message>
        <source>“{label}” is matched with one you have</source>
        <translation>“{label}” का आपके रिकॉर्ड से मिलान हुआ</translation>
    </message>
    <message>
        <source>What would be synced</source>
        <translation>क्या सिंक होगा</translation>
    </message>
    <message>
        <source>Start the first sync</source>
        <translation>पहला सिंक शुरू करें</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Progress of the trial run</source>
        <translation>परीक्षण की प्रगति</translation>
    </message>
    <message>
        <source>{system} is read once. Nothing is kept here and nothing is sent there before you press the button below.</source>
        <translation>{system} एक बार पढ़ा जाता है। नीचे का बटन दबाने से पहले न यहाँ कुछ रखा जाता है, न वहाँ कुछ भेजा जाता है।</translation>
    </message>
    <message>
        <source>Reading {company}…</source>
        <translation>{company} पढ़ी जा रही है…</translation>
    </message>
    <message>
        <source>Stop the trial run</source>
        <translation>परीक्षण रोकें</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>तैयार</translation>
    </message>
    <message>
        <source>Nothing was written so far. The button below starts the first sync.</source>
        <translation>अब तक कुछ लिखा नहीं गया। नीचे का बटन पहला सिंक शुरू करता है।</translation>
    </message>
    <message>
        <source>You can go on all the same; the first sync shows what comes in.</source>
        <translation>आप फिर भी आगे बढ़ सकते हैं; पहला सिंक दिखाएगा कि क्या आता है।</translation>
    </message>
    <message>
        <source>The trial run was stopped</source>
        <translation>परीक्षण रोका गया</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>देखने लायक</translation>
    </message>
    <message>
        <source>Where does Tally run?</source>
        <translation>Tally कहाँ चलता है?</translation>
    </message>
    <message>
        <source>This PC is looked at first. Nothing is changed in Tally by looking.</source>
        <translation>पहले यह PC देखा जाता है। देखने से Tally में कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>खोज की प्रगति</translation>
    </message>
    <message>
        <source>tally-pc, 192.168.1.20 or 192.168.1.0/24</source>
        <translation>tally-pc, 192.168.1.20 या 192.168.1.0/24</translation>
    </message>
    <message>
        <source>Names or addresses of other PCs</source>
        <translation>दूसरे PC के नाम या पते</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>पोर्ट</translation>
    </message>
    <message>
        <source>Look there</source>
        <translation>वहाँ देखें</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>खोज रोकें</translation>
    </message>
    <message>
        <source>Other PCs</source>
        <translation>दूसरे PC</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>पोर्ट</translation>
    </message>
    <message>
        <source>How to switch on the connector in Tally</source>
        <translation>Tally में कनेक्टर कैसे चालू करें</translation>
    </message>
    <message>
        <source>Looking on this PC…</source>
        <translation>इस PC पर देखा जा रहा है…</translation>
    </message>
    <message>
        <source>Looking: {done} of {total}</source>
        <translation>देखा जा रहा है: {total} में से {done}</translation>
    </message>
    <message>
        <source>Tally answers.</source>
        <translation>Tally जवाब देता है।</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>खोज रोकी गई।</translation>
    </message>
    <message>
        <source>Looked everywhere that was asked for.</source>
        <translation>जहाँ कहा गया सब जगह देखा।</translation>
    </message>
    <message>
        <source>Fields with a * are needed. The keys are kept encrypted on this computer and sent to nobody else.</source>
        <translation>* वाले खाने ज़रूरी हैं। कुंजियाँ इस कंप्यूटर पर एन्क्रिप्ट करके रखी जाती हैं और किसी और को नहीं भेजी जातीं।</translation>
    </message>
    <message>
        <source>Fields with a * are needed. Passwords are kept encrypted on this computer and sent to nobody else.</source>
        <translation>* वाले खाने ज़रूरी हैं। पासवर्ड इस कंप्यूटर पर एन्क्रिप्ट करके रखे जाते हैं और किसी और को नहीं भेजे जाते।</translation>
    </message>
    <message>
        <source>How is {system} reached?</source>
        <translation>{system} तक कैसे पहुँचें?</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>कनेक्शन जाँचें</translation>
    </message>
    <message>
        <source>The trial run is being stopped…</source>
        <translation>परीक्षण रोका जा रहा है…</translation>
    </message>
    <message>
        <source>Press Next again in a moment.</source>
        <translation>थोड़ी देर में फिर आगे दबाएँ।</translation>
    </message>
    <message>
        <source>You do that on the system's own page: SalesMate Sync never sees your password.</source>
        <translation>यह आप उस सिस्टम के अपने पेज पर करते हैं: SalesMate Sync आपका पासवर्ड कभी नहीं देखता।</translation>
    </message>
    <message>
        <source>When nothing changed, a sync asks {system} one or two short questions; nobody working there notices it.</source>
        <translation>जब कुछ नहीं बदला हो, तो सिंक {system} से एक-दो छोटे सवाल पूछता है; वहाँ काम करने वाले किसी को पता नहीं चलता।</translation>
    </message>
    <message>
        <source>The first sync</source>
        <translation>पहला सिंक</translation>
    </message>
    <message>
        <source>You may close this window: the sync goes on, and Activity shows how it went.</source>
        <translation>आप यह विंडो बंद कर सकते हैं: सिंक चलता रहेगा और गतिविधि में नतीजा दिखेगा।</translation>
    </message>
    <message>
        <source>Progress of the first sync</source>
        <translation>पहले सिंक की प्रगति</translation>
    </message>
    <message>
        <source>How often to sync from now on</source>
        <translation>अब से कितनी बार सिंक हो</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>सिंक(&amp;S)</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>शुरू हो रहा है…</translation>
    </message>
    <message>
        <source>Stop the first sync</source>
        <translation>पहला सिंक रोकें</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>अब से</translation>
    </message>
    <message>
        <source>Also Tally.ERP 9. Looks for it on this PC first.</source>
        <translation>Tally.ERP 9 भी। पहले इसी PC पर खोजता है।</translation>
    </message>
    <message>
        <source>You sign in with your browser; the keys are made once in Zoho's console.</source>
        <translation>आप अपने ब्राउज़र में साइन इन करते हैं; कुंजियाँ एक बार Zoho के कंसोल में बनाई जाती हैं।</translation>
    </message>
    <message>
        <source>You sign in with your browser; the keys are made once on Intuit's page for programs.</source>
        <translation>आप अपने ब्राउज़र में साइन इन करते हैं; कुंजियाँ एक बार Intuit के प्रोग्राम वाले पेज पर बनाई जाती हैं।</translation>
    </message>
    <message>
        <source>With the address of its Service Layer, the company database, and a user there.</source>
        <translation>उसके Service Layer के पते, कंपनी डेटाबेस और वहाँ के एक उपयोगकर्ता के साथ।</translation>
    </message>
    <message>
        <source>Any system with a web interface, by a definition that tells how to talk to it.</source>
        <translation>वेब इंटरफ़ेस वाला कोई भी सिस्टम, एक परिभाषा के साथ जो बताती है कि उससे कैसे बात करें।</translation>
    </message>
    <message>
        <source>Which system do you want to connect?</source>
        <translation>आप कौन सा सिस्टम जोड़ना चाहते हैं?</translation>
    </message>
    <message>
        <source>You can connect more than one, one after the other.</source>
        <translation>आप एक से ज़्यादा जोड़ सकते हैं, एक के बाद एक।</translation>
    </message>
    <message>
        <source>Just show me: open a made-up company</source>
        <translation>बस दिखाइए: एक काल्पनिक कंपनी खोलें</translation>
    </message>
    <message>
        <source>Comes in a later version.</source>
        <translation>आने वाले संस्करण में।</translation>
    </message>
    <message>
        <source>{system} leads</source>
        <translation>{system} मुख्य</translation>
    </message>
    <message>
        <source>What is to be synced, and which way?</source>
        <translation>क्या सिंक हो, और किस दिशा में?</translation>
    </message>
    <message>
        <source>Everything here can be changed later under Connections &gt; Sync settings.</source>
        <translation>यहाँ सब कुछ बाद में कनेक्शन &gt; सिंक सेटिंग में बदला जा सकता है।</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>कितना पीछे तक</translation>
    </message>
    <message>
        <source>Only vouchers from</source>
        <translation>सिर्फ़ इस तारीख से वाउचर</translation>
    </message>
    <message>
        <source>Only documents from</source>
        <translation>केवल इस तारीख से दस्तावेज़</translation>
    </message>
    <message>
        <source>Earliest voucher date</source>
        <translation>सबसे पुरानी वाउचर तारीख</translation>
    </message>
    <message>
        <source>Earliest date of documents</source>
        <translation>दस्तावेज़ों की सबसे पहली तारीख</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>चरण {n} / {all}</translation>
    </message>
    <message>
        <source>Something in the program went wrong ({kind}). Nothing was changed by it.</source>
        <translation>प्रोग्राम में कुछ गड़बड़ हुई ({kind})। उससे कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Try again. If it happens again, Settings &gt; Diagnostics makes a file to send us.</source>
        <translation>फिर कोशिश करें। फिर हो तो सेटिंग &gt; जाँच से हमें भेजने की फ़ाइल बनाएँ।</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>रोका गया।</translation>
    </message>
</context>
</TS>
