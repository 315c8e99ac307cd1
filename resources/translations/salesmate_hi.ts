<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>SalesMate</name>
    <message>
        <source>Choose it in the connection's sync settings; it is sent with the next sync.</source>
        <translation>इसे कनेक्शन की सिंक सेटिंग में चुनें; रिकॉर्ड अगले सिंक में भेजा जाएगा।</translation>
    </message>
    <message>
        <source>Choose another one in the connection's sync settings.</source>
        <translation>कनेक्शन की सिंक सेटिंग में दूसरा चुनें।</translation>
    </message>
    <message>
        <source>Correct the template in the connection's definition.</source>
        <translation>कनेक्शन की परिभाषा में साँचा ठीक करें।</translation>
    </message>
    <message>
        <source>It is not said at which address the system is.</source>
        <translation>यह नहीं बताया गया कि सिस्टम किस पते पर है।</translation>
    </message>
    <message>
        <source>Enter the address in the connection's settings.</source>
        <translation>कनेक्शन की सेटिंग में पता भरें।</translation>
    </message>
    <message>
        <source>The connection's kind of login is not that of its definition.</source>
        <translation>कनेक्शन का लॉगिन-प्रकार उसकी परिभाषा वाला नहीं है।</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>उपयोगकर्ता नाम</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API कुंजी</translation>
    </message>
    <message>
        <source>Enter it in the connection's settings.</source>
        <translation>उसे कनेक्शन की सेटिंग में भरें।</translation>
    </message>
    <message>
        <source>Let it go on only if these are the same books at a new place; else put the connection's settings right.</source>
        <translation>आगे तभी बढ़ने दें जब ये वही बहियाँ नई जगह पर हों; नहीं तो कनेक्शन की सेटिंग ठीक करें।</translation>
    </message>
    <message>
        <source>Look at “about” in the connection's definition.</source>
        <translation>कनेक्शन की परिभाषा में “about” देखें।</translation>
    </message>
    <message>
        <source>Put it back into the definition, or sync these records with another.</source>
        <translation>उसे परिभाषा में वापस रखें, या इन रिकॉर्ड को किसी दूसरे से सिंक करें।</translation>
    </message>
    <message>
        <source>There is nothing to read yet.</source>
        <translation>अभी पढ़ने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>The lists are read in an order that lasts.</source>
        <translation>सूचियाँ ऐसे क्रम में पढ़ी जाती हैं जो बना रहता है।</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>परिभाषा</translation>
    </message>
    <message>
        <source>The next sync sees what became of it.</source>
        <translation>इसका क्या हुआ, यह अगला सिंक देखेगा।</translation>
    </message>
    <message>
        <source>Look at the login in the connection's settings.</source>
        <translation>कनेक्शन की सेटिंग में लॉगिन देखें।</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>अपने-आप फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>Link the two under Conflicts, or give this one another name.</source>
        <translation>“टकराव” में दोनों को जोड़ें, या इसे दूसरा नाम दें।</translation>
    </message>
    <message>
        <source>Correct the record, or the field links, and sync again.</source>
        <translation>रिकॉर्ड या फ़ील्ड-जोड़ ठीक करें और फिर से सिंक करें।</translation>
    </message>
    <message>
        <source>Look at the address and at the paths in the connection's definition.</source>
        <translation>पता और कनेक्शन की परिभाषा में दिए पथ देखें।</translation>
    </message>
    <message>
        <source>Leave out what is not needed.</source>
        <translation>जो ज़रूरी नहीं उसे हटा दें।</translation>
    </message>
    <message>
        <source>This is no text that can be read as YAML or JSON.</source>
        <translation>यह ऐसा पाठ नहीं है जो YAML या JSON की तरह पढ़ा जा सके।</translation>
    </message>
    <message>
        <source>The definition is empty.</source>
        <translation>परिभाषा खाली है।</translation>
    </message>
    <message>
        <source>Begin with one of the examples.</source>
        <translation>किसी एक उदाहरण से शुरू करें।</translation>
    </message>
    <message>
        <source>A line begins with a tab.</source>
        <translation>एक पंक्ति टैब से शुरू होती है।</translation>
    </message>
    <message>
        <source>Indent with spaces: YAML takes no tabs.</source>
        <translation>खाली जगह (space) से आगे सरकाएँ: YAML टैब नहीं लेता।</translation>
    </message>
    <message>
        <source>An alias names nothing that stands before it.</source>
        <translation>एक उपनाम (alias) ऐसी चीज़ का है जो उससे पहले कहीं नहीं है।</translation>
    </message>
    <message>
        <source>Write out what it means.</source>
        <translation>उसका मतलब पूरा लिखें।</translation>
    </message>
    <message>
        <source>Look at it and at the line before: a colon, a quotation mark or a bracket is missing, or it is set in wrongly.</source>
        <translation>इसे और इससे पहले की पंक्ति देखें: कोई कोलन, उद्धरण चिह्न या कोष्ठक छूटा है, या पंक्ति ग़लत सरकी हुई है।</translation>
    </message>
    <message>
        <source>This line can't be read.</source>
        <translation>यह पंक्ति पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>The definition unfolds to far too many parts.</source>
        <translation>खुलने पर परिभाषा के बहुत ज़्यादा हिस्से बनते हैं।</translation>
    </message>
    <message>
        <source>Use no nested aliases.</source>
        <translation>एक के अंदर एक उपनाम (alias) न रखें।</translation>
    </message>
    <message>
        <source>Leave out what begins with !.</source>
        <translation>जो ! से शुरू होता है उसे हटा दें।</translation>
    </message>
    <message>
        <source>A name must be a text.</source>
        <translation>नाम पाठ ही होना चाहिए।</translation>
    </message>
    <message>
        <source>“&lt;&lt;” is not possible here.</source>
        <translation>“&lt;&lt;” यहाँ संभव नहीं है।</translation>
    </message>
    <message>
        <source>Write out what is to be the same.</source>
        <translation>जो एक जैसा होना है उसे पूरा लिखें।</translation>
    </message>
    <message>
        <source>Leave out one of them.</source>
        <translation>उनमें से एक हटा दें।</translation>
    </message>
    <message>
        <source>A text holds a character that can't be used.</source>
        <translation>एक पाठ में ऐसा अक्षर है जो काम में नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>Leave it out, or look up how it is called.</source>
        <translation>उसे हटा दें, या देखें कि उसे क्या कहते हैं।</translation>
    </message>
    <message>
        <source>can't be that.</source>
        <translation>यह नहीं हो सकता।</translation>
    </message>
    <message>
        <source>is of a kind that is not known.</source>
        <translation>ऐसे प्रकार का है जो जाना हुआ नहीं है।</translation>
    </message>
    <message>
        <source>does not say of which kind it is.</source>
        <translation>नहीं बताता कि वह किस प्रकार का है।</translation>
    </message>
    <message>
        <source>is too short or too long.</source>
        <translation>बहुत छोटा या बहुत लंबा है।</translation>
    </message>
    <message>
        <source>is not written as it must be.</source>
        <translation>जैसा लिखना चाहिए वैसा नहीं लिखा है।</translation>
    </message>
    <message>
        <source>A field's path looks like address.city or lines[].product.</source>
        <translation>फ़ील्ड का पथ address.city या lines[].product जैसा होता है।</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>कुछ और</translation>
    </message>
    <message>
        <source>a text (put it in quotation marks)</source>
        <translation>पाठ (उसे उद्धरण चिह्नों में रखें)</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>पूरी संख्या</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true या false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>a group of names and values</source>
        <translation>नामों और मानों का समूह</translation>
    </message>
    <message>
        <source>Look at “paging” in the connection's definition: the parameter of the next page is not the right one.</source>
        <translation>कनेक्शन की परिभाषा में “paging” देखें: अगले पन्ने का पैरामीटर सही नहीं है।</translation>
    </message>
    <message>
        <source>Look at “rows” of that list in the connection's definition.</source>
        <translation>कनेक्शन की परिभाषा में उस सूची का “rows” देखें।</translation>
    </message>
    <message>
        <source>Look at the record in the other system, or at the field's type in the connection's definition.</source>
        <translation>दूसरे सिस्टम में रिकॉर्ड देखें, या कनेक्शन की परिभाषा में फ़ील्ड का प्रकार।</translation>
    </message>
    <message>
        <source>This line of the table fits every answer.</source>
        <translation>तालिका की यह पंक्ति हर जवाब पर बैठती है।</translation>
    </message>
    <message>
        <source>Give it a status, a code or a text.</source>
        <translation>उसे स्थिति, कोड या पाठ दें।</translation>
    </message>
    <message>
        <source>It is not said where the code stands.</source>
        <translation>यह नहीं बताया गया कि कोड कहाँ है।</translation>
    </message>
    <message>
        <source>Add “at”, the code's place in the answer.</source>
        <translation>“at” जोड़ें, यानी जवाब में कोड की जगह।</translation>
    </message>
    <message>
        <source>That is not an address.</source>
        <translation>यह पता नहीं है।</translation>
    </message>
    <message>
        <source>It looks like https://host/path.</source>
        <translation>वह https://host/path जैसा होता है।</translation>
    </message>
    <message>
        <source>It is not said where the key is sent.</source>
        <translation>यह नहीं बताया गया कि कुंजी कहाँ भेजी जाती है।</translation>
    </message>
    <message>
        <source>Give it either a header or a query parameter.</source>
        <translation>उसे या तो हेडर दें या पते का पैरामीटर।</translation>
    </message>
    <message>
        <source>The page where a person signs in is missing.</source>
        <translation>वह पेज नहीं दिया है जहाँ व्यक्ति साइन-इन करता है।</translation>
    </message>
    <message>
        <source>Add “authorize_url”.</source>
        <translation>“authorize_url” जोड़ें।</translation>
    </message>
    <message>
        <source>A login is not sent without protection.</source>
        <translation>लॉगिन बिना सुरक्षा के नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>Use an address with https://.</source>
        <translation>https:// वाला पता दें।</translation>
    </message>
    <message>
        <source>It is not said where the next page's address stands.</source>
        <translation>यह नहीं बताया गया कि अगले पन्ने का पता कहाँ है।</translation>
    </message>
    <message>
        <source>Give it either a header or “next”.</source>
        <translation>उसे या तो हेडर दें या “next”।</translation>
    </message>
    <message>
        <source>It is not said which resource an event is of.</source>
        <translation>यह नहीं बताया गया कि घटना किस संसाधन की है।</translation>
    </message>
    <message>
        <source>Add “resource”, its place in the event.</source>
        <translation>“resource” जोड़ें, यानी घटना में उसकी जगह।</translation>
    </message>
    <message>
        <source>Leave out “unchanged”: the ETag is of the first page alone.</source>
        <translation>“unchanged” हटा दें: ETag केवल पहले पन्ने का है।</translation>
    </message>
    <message>
        <source>This works for a list in one piece only.</source>
        <translation>यह केवल एक ही टुकड़े वाली सूची पर चलता है।</translation>
    </message>
    <message>
        <source>Take it out: “authentication” says how it is sent, and its value goes into the connection's settings.</source>
        <translation>उसे हटा दें: “authentication” बताता है कि वह कैसे भेजा जाए, और उसका मान कनेक्शन की सेटिंग में जाता है।</translation>
    </message>
    <message>
        <source>Deletions are asked for since a moment that nothing tells.</source>
        <translation>हटाए गए रिकॉर्ड ऐसे समय से पूछे जाते हैं जो कहीं नहीं बताया गया।</translation>
    </message>
    <message>
        <source>Add “changes”.</source>
        <translation>“changes” जोड़ें।</translation>
    </message>
    <message>
        <source>It is not said which field has the time of the last change.</source>
        <translation>यह नहीं बताया गया कि आख़िरी बदलाव का समय किस फ़ील्ड में है।</translation>
    </message>
    <message>
        <source>Add “modified” to the resource.</source>
        <translation>संसाधन में “modified” जोड़ें।</translation>
    </message>
    <message>
        <source>It is not said where the answer tells how far it goes.</source>
        <translation>यह नहीं बताया गया कि जवाब में कहाँ लिखा है कि वह कहाँ तक का है।</translation>
    </message>
    <message>
        <source>Add “at”, its place in the answer.</source>
        <translation>“at” जोड़ें, यानी जवाब में उसकी जगह।</translation>
    </message>
    <message>
        <source>Add “version” to the resource.</source>
        <translation>संसाधन में “version” जोड़ें।</translation>
    </message>
    <message>
        <source>Add “read” to the resource.</source>
        <translation>संसाधन में “read” जोड़ें।</translation>
    </message>
    <message>
        <source>It is not said by which fields a record is known again.</source>
        <translation>यह नहीं बताया गया कि रिकॉर्ड किन फ़ील्ड से दोबारा पहचाना जाए।</translation>
    </message>
    <message>
        <source>Add “match” or “hub_key”.</source>
        <translation>“match” या “hub_key” जोड़ें।</translation>
    </message>
    <message>
        <source>It is not said by which fields the record in the way is known.</source>
        <translation>यह नहीं बताया गया कि रास्ते में पड़ा रिकॉर्ड किन फ़ील्ड से पहचाना जाए।</translation>
    </message>
    <message>
        <source>Add “match”.</source>
        <translation>“match” जोड़ें।</translation>
    </message>
    <message>
        <source>Nobody would know what was made.</source>
        <translation>किसी को पता न चलता कि क्या बना।</translation>
    </message>
    <message>
        <source>Add “record”, its place in the answer, or “read”.</source>
        <translation>“record” (जवाब में उसकी जगह) या “read” जोड़ें।</translation>
    </message>
    <message>
        <source>That is no way to write a time.</source>
        <translation>समय ऐसे नहीं लिखा जाता।</translation>
    </message>
    <message>
        <source>Use iso, epoch, epoch_ms, or a pattern such as DD/MM/YYYY HH:mm.</source>
        <translation>iso, epoch, epoch_ms या DD/MM/YYYY HH:mm जैसा साँचा दें।</translation>
    </message>
    <message>
        <source>It is not said what of ours these records are.</source>
        <translation>यह नहीं बताया गया कि ये रिकॉर्ड हमारे यहाँ क्या हैं।</translation>
    </message>
    <message>
        <source>Add “entity” to the resource.</source>
        <translation>संसाधन में “entity” जोड़ें।</translation>
    </message>
    <message>
        <source>Look at “id” of the resource in the connection's definition.</source>
        <translation>कनेक्शन की परिभाषा में उस संसाधन का “id” देखें।</translation>
    </message>
    <message>
        <source>Look at “read” of the resource in the connection's definition.</source>
        <translation>कनेक्शन की परिभाषा में उस संसाधन का “read” देखें।</translation>
    </message>
    <message>
        <source>How to talk to the system, as YAML or JSON. The guide has examples.</source>
        <translation>सिस्टम से कैसे बात करें, YAML या JSON में। मार्गदर्शिका में उदाहरण हैं।</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client secret</translation>
    </message>
    <message>
        <source>Where a person signs in in the browser: enter exactly this in the other system.</source>
        <translation>जहाँ कोई व्यक्ति ब्राउज़र में साइन इन करता है: दूसरे सिस्टम में ठीक यही लिखें।</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>Correct it, or map another field.</source>
        <translation>उसे ठीक करें, या दूसरा फ़ील्ड जोड़ें।</translation>
    </message>
    <message>
        <source>Enter a number there, or map another field.</source>
        <translation>वहाँ संख्या भरें, या दूसरा फ़ील्ड जोड़ें।</translation>
    </message>
    <message>
        <source>Round it, or have it sent as a text.</source>
        <translation>उसे पूर्णांकित करें, या पाठ के रूप में भिजवाएँ।</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>सूची खाली है।</translation>
    </message>
    <message>
        <source>There is another page.</source>
        <translation>एक और पन्ना है।</translation>
    </message>
    <message>
        <source>That is all there is.</source>
        <translation>इतना ही है।</translation>
    </message>
    <message>
        <source>It was done.</source>
        <translation>हो गया।</translation>
    </message>
    <message>
        <source>The next sync reads it first.</source>
        <translation>अगला सिंक पहले उसे पढ़ेगा।</translation>
    </message>
    <message>
        <source>Look whether the address is that of the system itself and no sign-in page comes in between.</source>
        <translation>देखें कि पता उसी सिस्टम का है या नहीं और बीच में कोई साइन-इन पेज तो नहीं आता।</translation>
    </message>
    <message>
        <source>That is not a web address.</source>
        <translation>यह वेब पता नहीं है।</translation>
    </message>
    <message>
        <source>An address with an impossible port was given.</source>
        <translation>असंभव पोर्ट वाला पता दिया गया।</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it lasts, look at the system's own status page.</source>
        <translation>अपने-आप फिर कोशिश होगी। ऐसा ही रहे तो उस सिस्टम का अपना स्थिति पेज देखें।</translation>
    </message>
    <message>
        <source>another certificate</source>
        <translation>दूसरा प्रमाणपत्र</translation>
    </message>
    <message>
        <source>Connect it again.</source>
        <translation>इसे फिर जोड़ें।</translation>
    </message>
    <message>
        <source>The proxy wants a login.</source>
        <translation>प्रॉक्सी लॉगिन माँगता है।</translation>
    </message>
    <message>
        <source>Look at the proxy's address in the settings.</source>
        <translation>सेटिंग में प्रॉक्सी का पता देखें।</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>Look at the address. Behind a company's own proxy or certificate, have its authority installed here.</source>
        <translation>पता देखें। जहाँ कंपनी का अपना प्रॉक्सी या प्रमाणपत्र हो, वहाँ उसका प्रमाणपत्र इस PC पर इंस्टॉल करवाएँ।</translation>
    </message>
    <message>
        <source>The proxy could not be used.</source>
        <translation>प्रॉक्सी काम में नहीं लिया जा सका।</translation>
    </message>
    <message>
        <source>Look whether this PC is online and the address is right.</source>
        <translation>देखें कि यह PC इंटरनेट से जुड़ा है और पता सही है।</translation>
    </message>
    <message>
        <source>Ask whoever looks after the server whether it was renewed. If so, trust the new one under Connections &gt; Edit.</source>
        <translation>सर्वर सँभालने वाले से पूछें कि क्या उसे नया बनाया गया है। अगर हाँ, तो कनेक्शन &gt; बदलें में नए पर भरोसा करें।</translation>
    </message>
    <message>
        <source>The next sync finds out before anything else is sent.</source>
        <translation>कुछ और भेजने से पहले अगला सिंक यह पता कर लेगा।</translation>
    </message>
    <message>
        <source>Look whether the address is that of the system itself.</source>
        <translation>देखें कि पता उसी सिस्टम का है या नहीं।</translation>
    </message>
    <message>
        <source>Use https://, or set allow_plain_http if this network is safe.</source>
        <translation>https:// लें, या अगर यह नेटवर्क सुरक्षित है तो allow_plain_http रखें।</translation>
    </message>
    <message>
        <source>The proxy's address can't be used.</source>
        <translation>प्रॉक्सी का पता काम में नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>It looks like http://host:port.</source>
        <translation>वह ऐसा होता है: http://host:port।</translation>
    </message>
    <message>
        <source>Look at the connection's address.</source>
        <translation>कनेक्शन का पता देखें।</translation>
    </message>
    <message>
        <source>The certificate's fingerprint in the settings is none.</source>
        <translation>सेटिंग में दिया गया प्रमाणपत्र का फ़िंगरप्रिंट सही नहीं है।</translation>
    </message>
    <message>
        <source>It has 64 digits and letters from a to f. Look at the certificate again under Connections &gt; Edit.</source>
        <translation>उसमें 64 अंक और a से f तक के अक्षर होते हैं। कनेक्शन &gt; बदलें में प्रमाणपत्र फिर देखें।</translation>
    </message>
    <message>
        <source>Look at the port in the address.</source>
        <translation>पते में पोर्ट देखें।</translation>
    </message>
    <message>
        <source>Look at the address, and whether a firewall is in between.</source>
        <translation>पता देखें, और यह भी कि बीच में कोई फ़ायरवॉल तो नहीं।</translation>
    </message>
    <message>
        <source>the authority's certificate</source>
        <translation>प्रमाणन संस्था का प्रमाणपत्र</translation>
    </message>
    <message>
        <source>our own certificate or its key</source>
        <translation>हमारा अपना प्रमाणपत्र या उसकी कुंजी</translation>
    </message>
    <message>
        <source>It must be on this PC as a PEM file (it begins with -----BEGIN), with a key that fits and has no password.</source>
        <translation>वह इस PC पर PEM फ़ाइल के रूप में होनी चाहिए (शुरुआत -----BEGIN से), और उसकी कुंजी मेल खाती और बिना पासवर्ड की हो।</translation>
    </message>
    <message>
        <source>the other system</source>
        <translation>दूसरा सिस्टम</translation>
    </message>
    <message>
        <source>Connect it: a person has to sign in.</source>
        <translation>इसे जोड़ें: किसी व्यक्ति को साइन इन करना होगा।</translation>
    </message>
    <message>
        <source>The next sync goes on by itself after that time. Nothing has to be done.</source>
        <translation>उस समय के बाद अगला सिंक अपने-आप आगे बढ़ेगा। कुछ करने की ज़रूरत नहीं है।</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>Begin the sign-in again.</source>
        <translation>साइन-इन फिर शुरू करें।</translation>
    </message>
    <message>
        <source>The stored login is unchanged.</source>
        <translation>रखा हुआ लॉगिन वैसा ही है।</translation>
    </message>
    <message>
        <source>Withdraw it once more.</source>
        <translation>पहुँच एक बार फिर वापस लें।</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>बाद में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Look at the scopes in the connection's settings.</source>
        <translation>कनेक्शन की सेटिंग में अनुमतियाँ (scopes) देखें।</translation>
    </message>
    <message>
        <source>Look at the connection's settings; if they are right, try again.</source>
        <translation>कनेक्शन की सेटिंग देखें; सही हों तो फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Connect it again: a person has to sign in once more.</source>
        <translation>इसे फिर जोड़ें: किसी व्यक्ति को एक बार फिर साइन इन करना होगा।</translation>
    </message>
    <message>
        <source>Begin the sign-in again, and go through it without a break: its code is good for a few minutes, once.</source>
        <translation>साइन-इन फिर शुरू करें और बिना रुके पूरा करें: उसका कोड कुछ ही मिनट, और एक ही बार चलता है।</translation>
    </message>
    <message>
        <source>This is not the address of SAP's Service Layer. Nothing was sent.</source>
        <translation>यह SAP की Service Layer का पता नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>It looks like https://server:50000/b1s/v2, in small letters. SAP Gateway's looks like https://server/sap/opu/odata/sap/NAME.</source>
        <translation>वह https://server:50000/b1s/v2 जैसा होता है, छोटे अक्षरों में। SAP Gateway का पता https://server/sap/opu/odata/sap/NAME जैसा होता है।</translation>
    </message>
    <message>
        <source>SAP's answer is not what was asked for; nothing of it was used.</source>
        <translation>SAP का उत्तर वह नहीं है जो माँगा गया था; उसका कुछ भी काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>The next sync tries again.</source>
        <translation>अगला सिंक फिर कोशिश करेगा।</translation>
    </message>
    <message>
        <source>SAP's description of its fields can't be read; nothing of it was used.</source>
        <translation>SAP का अपने फ़ील्डों का विवरण पढ़ा नहीं जा सकता; उसका कुछ भी काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>an address that is none</source>
        <translation>ऐसा पता जो पता ही नहीं</translation>
    </message>
    <message>
        <source>another place</source>
        <translation>कोई और जगह</translation>
    </message>
    <message>
        <source>SAP names the same page again as the next one; nothing of it was used.</source>
        <translation>SAP अगले पेज के रूप में फिर वही पेज बताता है; उसका कुछ भी काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Look at the connection's address: enter the server under the name that SAP itself uses in its answers.</source>
        <translation>कनेक्शन का पता देखें: सर्वर को उसी नाम से लिखें जो SAP अपने उत्तरों में देता है।</translation>
    </message>
    <message>
        <source>Account for the income of new products</source>
        <translation>नए आइटमों की आय का खाता</translation>
    </message>
    <message>
        <source>QuickBooks takes no new product without one.</source>
        <translation>QuickBooks इसके बिना कोई नया आइटम नहीं लेता।</translation>
    </message>
    <message>
        <source>Account that payments go to</source>
        <translation>भुगतान जिस खाते में जाते हैं</translation>
    </message>
    <message>
        <source>Without a choice QuickBooks puts them among the undeposited funds.</source>
        <translation>न चुनने पर QuickBooks उन्हें बैंक में जमा न हुई राशि (Undeposited Funds) में रखता है।</translation>
    </message>
    <message>
        <source>Tax code of lines that we write</source>
        <translation>हमारी लिखी पंक्तियों का कर कोड</translation>
    </message>
    <message>
        <source>Companies outside the United States take no line without one. Lines that have a code keep it.</source>
        <translation>अमेरिका के बाहर की कंपनियाँ इसके बिना कोई पंक्ति नहीं लेतीं। जिन पंक्तियों में कोड है, उनमें वही बना रहता है।</translation>
    </message>
    <message>
        <source>QuickBooks needs a sign-in.</source>
        <translation>QuickBooks के लिए साइन-इन चाहिए।</translation>
    </message>
    <message>
        <source>Set the kind of login to OAuth 2 in the settings.</source>
        <translation>सेटिंग में लॉगिन का प्रकार OAuth 2 करें।</translation>
    </message>
    <message>
        <source>It is not known which company in QuickBooks this connection is for.</source>
        <translation>पता नहीं है कि यह कनेक्शन QuickBooks की किस कंपनी के लिए है।</translation>
    </message>
    <message>
        <source>Connect it: signing in tells it.</source>
        <translation>इसे जोड़ें: साइन इन करने से पता चल जाता है।</translation>
    </message>
    <message>
        <source>QuickBooks' answer is not what was asked for; nothing of it was used.</source>
        <translation>QuickBooks का जवाब वह नहीं है जो माँगा गया था; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Let it go on only if these are the same books under a new number; else sign in to the old company.</source>
        <translation>तभी आगे बढ़ने दें जब यह नए नंबर के साथ वही बही हो; नहीं तो पुरानी कंपनी में साइन इन करें।</translation>
    </message>
    <message>
        <source>A login ends soon</source>
        <translation>एक लॉगिन जल्द समाप्त होगा</translation>
    </message>
    <message>
        <source>QuickBooks knows the login.</source>
        <translation>QuickBooks लॉगिन को पहचानता है।</translation>
    </message>
    <message>
        <source>A customer was read</source>
        <translation>एक ग्राहक पढ़ा गया</translation>
    </message>
    <message>
        <source>There are no customers yet</source>
        <translation>अभी कोई ग्राहक नहीं है</translation>
    </message>
    <message>
        <source>Billing address: all lines</source>
        <translation>बिल का पता: सभी पंक्तियाँ</translation>
    </message>
    <message>
        <source>Total before taxes</source>
        <translation>कर से पहले कुल</translation>
    </message>
    <message>
        <source>State (posted, or voided)</source>
        <translation>स्थिति (दर्ज, या रद्द)</translation>
    </message>
    <message>
        <source>What was paid</source>
        <translation>जो चुकाया गया</translation>
    </message>
    <message>
        <source>Give the line a product, or keep this document out of the sync.</source>
        <translation>पंक्ति में आइटम दें, या इस दस्तावेज़ को सिंक से बाहर रखें।</translation>
    </message>
    <message>
        <source>Give the line a quantity: in QuickBooks it is the amount divided by the price.</source>
        <translation>पंक्ति में मात्रा भरें: QuickBooks में मात्रा = रकम ÷ दर।</translation>
    </message>
    <message>
        <source>Products and services</source>
        <translation>आइटम और सेवाएँ</translation>
    </message>
    <message>
        <source>Payments received</source>
        <translation>मिले भुगतान</translation>
    </message>
    <message>
        <source>Estimates</source>
        <translation>अनुमान (Estimates)</translation>
    </message>
    <message>
        <source>What QuickBooks answered can't be read; nothing of it was used.</source>
        <translation>QuickBooks का जवाब पढ़ा नहीं जा सका; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Look whether the address is that of QuickBooks itself and no sign-in page comes in between.</source>
        <translation>देखें कि पता QuickBooks का ही है या नहीं और बीच में कोई साइन-इन पेज तो नहीं आता।</translation>
    </message>
    <message>
        <source>an error</source>
        <translation>एक त्रुटि</translation>
    </message>
    <message>
        <source>something that it does not name</source>
        <translation>कुछ और, जिसका नाम वह नहीं बताता</translation>
    </message>
    <message>
        <source>Metered reads</source>
        <translation>गिनी जाने वाली रीड</translation>
    </message>
    <message>
        <source>Look at the record in QuickBooks and correct it there.</source>
        <translation>QuickBooks में रिकॉर्ड देखें और वहाँ ठीक करें।</translation>
    </message>
    <message>
        <source>The next sync tries again by itself.</source>
        <translation>अगला सिंक अपने-आप फिर कोशिश करेगा।</translation>
    </message>
    <message>
        <source>If it comes again, send support the diagnostics bundle.</source>
        <translation>फिर आए तो सेटिंग &gt; जाँच से सहायता की फ़ाइल बनाकर भेजें।</translation>
    </message>
    <message>
        <source>QuickBooks lets nobody in with this login, also after it was renewed. Nothing was read or written.</source>
        <translation>लॉगिन नया करने के बाद भी QuickBooks उससे किसी को अंदर नहीं आने देता। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>Connect it again, as a user who may administer the company in QuickBooks.</source>
        <translation>इसे फिर जोड़ें, ऐसे उपयोगकर्ता के रूप में जो QuickBooks में इस कंपनी का एडमिनिस्ट्रेटर हो।</translation>
    </message>
    <message>
        <source>The user who signed in has lost access to the company in QuickBooks. Nothing was read or written.</source>
        <translation>साइन इन करने वाले उपयोगकर्ता के पास QuickBooks में कंपनी की पहुँच अब नहीं है। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>Ask the company's administrator in QuickBooks to give it back (Manage users), or connect it again as another user.</source>
        <translation>QuickBooks में कंपनी के एडमिनिस्ट्रेटर से पहुँच वापस देने को कहें (Manage users), या दूसरे उपयोगकर्ता के रूप में इसे फिर जोड़ें।</translation>
    </message>
    <message>
        <source>QuickBooks has just renewed the login, and does not accept it all the same. Nothing was read or written.</source>
        <translation>QuickBooks ने अभी लॉगिन नया किया है, फिर भी उसे स्वीकार नहीं करता। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>This login does not open this company: the keys, the login and the company are not all of Intuit's sandbox, or not all of its real world. Nothing was read or written.</source>
        <translation>यह लॉगिन इस कंपनी को नहीं खोलता: कुंजियाँ, लॉगिन और कंपनी न तो सब Intuit के सैंडबॉक्स के हैं, न सब असली। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>Look at “Company” in the connection's settings (a real one or the sandbox) and whether the keys are of that kind, then connect it again.</source>
        <translation>कनेक्शन की सेटिंग में “कंपनी” देखें (असली या सैंडबॉक्स) और यह भी कि कुंजियाँ उसी प्रकार की हैं या नहीं, फिर इसे दोबारा जोड़ें।</translation>
    </message>
    <message>
        <source>The company's QuickBooks subscription has ended or its payment failed: it can only be looked at. Nothing more was sent.</source>
        <translation>कंपनी की QuickBooks सदस्यता (subscription) समाप्त हो गई है या उसका भुगतान नहीं हो पाया: कंपनी को अब सिर्फ़ देखा जा सकता है। आगे कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Renew the subscription in QuickBooks; what waits is sent by the next sync.</source>
        <translation>QuickBooks में सदस्यता (subscription) का नवीनीकरण करें; जो रुका है उसे अगला सिंक भेजेगा।</translation>
    </message>
    <message>
        <source>QuickBooks was asked too often just then.</source>
        <translation>QuickBooks से अभी बहुत बार पूछा गया।</translation>
    </message>
    <message>
        <source>It is sent again by itself after a minute.</source>
        <translation>यह एक मिनट बाद अपने-आप फिर भेजा जाएगा।</translation>
    </message>
    <message>
        <source>QuickBooks does not do this, or could not read a letter of what was sent.</source>
        <translation>QuickBooks यह नहीं करता, या जो भेजा गया उसका कोई अक्षर नहीं पढ़ सका।</translation>
    </message>
    <message>
        <source>Something went wrong inside QuickBooks.</source>
        <translation>QuickBooks के अंदर कुछ गड़बड़ हुई।</translation>
    </message>
    <message>
        <source>Somebody changed this record in QuickBooks in the meantime; our change was not written over it.</source>
        <translation>इस बीच किसी ने QuickBooks में यह रिकॉर्ड बदल दिया; उस पर हमारा बदलाव नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>The next sync reads it and then decides, or asks.</source>
        <translation>अगला सिंक उसे पढ़ेगा, फिर तय करेगा या पूछेगा।</translation>
    </message>
    <message>
        <source>The name is taken in QuickBooks, where customers, vendors and employees must all have different ones (and products among themselves).</source>
        <translation>यह नाम QuickBooks में पहले से है; वहाँ ग्राहक, विक्रेता और कर्मचारी सबके नाम अलग-अलग होने चाहिए (और आइटम के नाम आपस में)।</translation>
    </message>
    <message>
        <source>Link the two if they are the same, else give one of them another name, “(customer)” behind it for example.</source>
        <translation>दोनों एक हों तो उन्हें लिंक करें, नहीं तो उनमें से एक को दूसरा नाम दें, जैसे उसके पीछे “(ग्राहक)” लगाकर।</translation>
    </message>
    <message>
        <source>The number of this document is in use in QuickBooks already.</source>
        <translation>इस दस्तावेज़ का नंबर QuickBooks में पहले से इस्तेमाल में है।</translation>
    </message>
    <message>
        <source>Give the document another number. Numbers with letters of your own before them do not meet those that QuickBooks gives.</source>
        <translation>दस्तावेज़ को दूसरा नंबर दें। जिन नंबरों के आगे आपके अपने अक्षर हों, वे QuickBooks के दिए नंबरों से नहीं टकराते।</translation>
    </message>
    <message>
        <source>The record, or something that it names, is not in QuickBooks (any more), or was made inactive there.</source>
        <translation>रिकॉर्ड, या उसमें बताई गई कोई चीज़, (अब) QuickBooks में नहीं है, या वहाँ निष्क्रिय कर दी गई है।</translation>
    </message>
    <message>
        <source>Make the customer, product or account active again in QuickBooks, or choose another one.</source>
        <translation>QuickBooks में ग्राहक, आइटम या खाते को फिर सक्रिय करें, या दूसरा चुनें।</translation>
    </message>
    <message>
        <source>Look at the accounts and tax codes chosen for this connection, and whether all of them are active in QuickBooks.</source>
        <translation>इस कनेक्शन के लिए चुने गए खाते और कर कोड देखें, और यह भी कि वे सब QuickBooks में सक्रिय हैं या नहीं।</translation>
    </message>
    <message>
        <source>Do in QuickBooks what it asks for, or look at the mapping: a line may need its tax code.</source>
        <translation>QuickBooks जो माँगता है वह वहाँ करें, या फ़ील्ड मेल देखें: शायद किसी पंक्ति को उसका कर कोड चाहिए।</translation>
    </message>
    <message>
        <source>Fill it in, or map a field (or a fixed value) to it.</source>
        <translation>इसे भरें, या कोई फ़ील्ड (या एक तय मान) इससे लिंक करें।</translation>
    </message>
    <message>
        <source>Shorten it, or map it to a field with more room.</source>
        <translation>इसे छोटा करें, या ज़्यादा जगह वाले फ़ील्ड से लिंक करें।</translation>
    </message>
    <message>
        <source>Correct the line's quantity, rate or amount.</source>
        <translation>पंक्ति की मात्रा, दर या रकम ठीक करें।</translation>
    </message>
    <message>
        <source>Look at the mapped fields with a list of choices, and say in the mapping which of ours is which of theirs.</source>
        <translation>लिंक किए गए वे फ़ील्ड देखें जिनमें विकल्पों की सूची है, और फ़ील्ड मेल में बताएँ कि हमारा कौन सा मान उनका कौन सा है।</translation>
    </message>
    <message>
        <source>QuickBooks counts the stock of this product and misses its quantity.</source>
        <translation>QuickBooks इस आइटम का स्टॉक गिनता है, और उसे इसकी मात्रा नहीं मिली।</translation>
    </message>
    <message>
        <source>Enter the quantity, or keep it in QuickBooks as a product whose stock is not counted.</source>
        <translation>मात्रा भरें, या QuickBooks में इसे ऐसे आइटम के रूप में रखें जिसका स्टॉक नहीं गिना जाता।</translation>
    </message>
    <message>
        <source>The books are closed for that date in QuickBooks.</source>
        <translation>QuickBooks में उस तारीख के लिए बही बंद है।</translation>
    </message>
    <message>
        <source>Give the document a later date, or have the accountant open the period (Account and settings &gt; Advanced) and sync again.</source>
        <translation>दस्तावेज़ को बाद की तारीख दें, या अकाउंटेंट से वह अवधि खुलवाएँ (Account and settings &gt; Advanced) और फिर सिंक करें।</translation>
    </message>
    <message>
        <source>This payment is part of a bank deposit in QuickBooks and can't be changed there.</source>
        <translation>यह भुगतान QuickBooks में बैंक में जमा की गई एक राशि (deposit) का हिस्सा है और वहाँ बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Take it off its deposit in QuickBooks first, then sync again.</source>
        <translation>पहले QuickBooks में इसे उस जमा (deposit) से हटाएँ, फिर सिंक करें।</translation>
    </message>
    <message>
        <source>The record is not in QuickBooks (any more).</source>
        <translation>रिकॉर्ड (अब) QuickBooks में नहीं है।</translation>
    </message>
    <message>
        <source>It may have been deleted there.</source>
        <translation>हो सकता है उसे वहाँ हटाया गया हो।</translation>
    </message>
    <message>
        <source>Are they of the same kind as the company: Intuit has development keys for its sandbox and production keys for real companies.</source>
        <translation>क्या ये उसी प्रकार की हैं जिस प्रकार की कंपनी है? Intuit के सैंडबॉक्स के लिए development कुंजियाँ होती हैं और असली कंपनियों के लिए production कुंजियाँ।</translation>
    </message>
    <message>
        <source>For a real company Intuit sends the browser only to an https address of a domain of yours: your firm's website, for example. The browser ends there, and you paste its address here.</source>
        <translation>असली कंपनी के लिए Intuit ब्राउज़र को केवल आपके अपने डोमेन के https पते पर भेजता है: जैसे आपकी फ़र्म की वेबसाइट। ब्राउज़र वहाँ जाकर रुकता है, और आप उसका पता यहाँ चिपकाते हैं।</translation>
    </message>
    <message>
        <source>Estimates: QuickBooks Online has no sales orders</source>
        <translation>अनुमान (Estimates): QuickBooks Online में बिक्री ऑर्डर नहीं होते</translation>
    </message>
    <message>
        <source>A real company</source>
        <translation>असली कंपनी</translation>
    </message>
    <message>
        <source>Intuit's sandbox, for trying</source>
        <translation>Intuit का सैंडबॉक्स, आज़माने के लिए</translation>
    </message>
    <message>
        <source>Keys of the one kind do not open the other.</source>
        <translation>एक प्रकार की कुंजियाँ दूसरे प्रकार की कंपनी नहीं खोलतीं।</translation>
    </message>
    <message>
        <source>Of your own app on Intuit's developer pages: Keys &amp; credentials.</source>
        <translation>Intuit के डेवलपर पेज पर आपके अपने ऐप से: Keys &amp; credentials।</translation>
    </message>
    <message>
        <source>Stands beside the client ID.</source>
        <translation>यह वहाँ client ID के पास मिलता है।</translation>
    </message>
    <message>
        <source>Enter exactly this among the app's redirect addresses. A real company needs an https address of your firm's website, as in https://www.yourfirm.com/quickbooks: the browser ends there, and you paste its address here. Intuit's sandbox takes http://localhost:8738/quickbooks, and the browser comes back by itself.</source>
        <translation>ऐप के वापसी के पतों में ठीक यही भरें। असली कंपनी के लिए आपकी फ़र्म की वेबसाइट का https पता चाहिए, जैसे https://www.yourfirm.com/quickbooks: ब्राउज़र वहाँ जाकर रुकता है, और आप उसका पता यहाँ चिपकाते हैं। Intuit का sandbox http://localhost:8738/quickbooks लेता है, और ब्राउज़र अपने आप लौट आता है।</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh token</translation>
    </message>
    <message>
        <source>Company no.</source>
        <translation>कंपनी नंबर</translation>
    </message>
    <message>
        <source>Filled in by the sign-in.</source>
        <translation>साइन-इन से भर जाता है।</translation>
    </message>
    <message>
        <source>Deleted invoices and payments</source>
        <translation>हटाए गए बिल और भुगतान</translation>
    </message>
    <message>
        <source>are voided in QuickBooks</source>
        <translation>QuickBooks में रद्द (void) होते हैं</translation>
    </message>
    <message>
        <source>are deleted in QuickBooks</source>
        <translation>QuickBooks में हटाए जाते हैं</translation>
    </message>
    <message>
        <source>A voided one stays in the books with its number and nothing in it; of a deleted one nothing stays. Customers and products are made inactive, and estimates deleted, either way.</source>
        <translation>रद्द (void) होने पर वह अपने नंबर के साथ, पर खाली, बही में बना रहता है; हटाए गए का कुछ नहीं बचता। ग्राहक और आइटम दोनों ही हाल में निष्क्रिय किए जाते हैं, और अनुमान (estimates) हटाए जाते हैं।</translation>
    </message>
    <message>
        <source>Verifier token of webhooks</source>
        <translation>वेबहुक का verifier token</translation>
    </message>
    <message>
        <source>From the Webhooks page of your app, if it sends events to this computer.</source>
        <translation>आपके ऐप के Webhooks पेज से, अगर वह इस कंप्यूटर को सूचनाएँ भेजता है।</translation>
    </message>
    <message>
        <source>Discovery document</source>
        <translation>साइन-इन की जानकारी का पता (discovery document)</translation>
    </message>
    <message>
        <source>Where Intuit says how to sign in. Empty for the usual address.</source>
        <translation>जहाँ Intuit बताता है कि साइन इन कैसे करना है। सामान्य पते के लिए खाली छोड़ें।</translation>
    </message>
    <message>
        <source>QuickBooks has no people beside its customers: each customer bears the name of one person. As customers of their own they would stand in every list there, and come back here as customers a second time.</source>
        <translation>QuickBooks में ग्राहकों के अलावा लोग नहीं होते: हर ग्राहक में एक ही व्यक्ति का नाम होता है। अलग ग्राहक बनाने पर वे वहाँ की हर सूची में दिखते, और यहाँ ग्राहकों के रूप में दोबारा लौट आते।</translation>
    </message>
    <message>
        <source>is empty, and QuickBooks takes no record without it</source>
        <translation>खाली है, और QuickBooks इसके बिना कोई रिकॉर्ड नहीं लेता</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>इसे भरें।</translation>
    </message>
    <message>
        <source>a group of fields</source>
        <translation>फ़ील्ड का समूह</translation>
    </message>
    <message>
        <source>one value</source>
        <translation>एक ही मान</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>इसे छोटा करें।</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>इसे ठीक करें।</translation>
    </message>
    <message>
        <source>Enter a number there.</source>
        <translation>वहाँ संख्या भरें।</translation>
    </message>
    <message>
        <source>Round it.</source>
        <translation>इसे राउंड करें।</translation>
    </message>
    <message>
        <source>Map it to another field.</source>
        <translation>इसे दूसरे फ़ील्ड से लिंक करें।</translation>
    </message>
    <message>
        <source>Enter a date there.</source>
        <translation>वहाँ तारीख भरें।</translation>
    </message>
    <message>
        <source>Sync the record that it should name first.</source>
        <translation>पहले वह रिकॉर्ड सिंक करें जो यहाँ होना चाहिए।</translation>
    </message>
    <message>
        <source>It is sent again under the same number, which makes it once.</source>
        <translation>यह उसी नंबर से फिर भेजा जाएगा, जिससे यह एक ही बार बनता है।</translation>
    </message>
    <message>
        <source>This document is void in QuickBooks, and amounts would make it count again. Nothing was sent.</source>
        <translation>यह दस्तावेज़ QuickBooks में रद्द है, और रकम भरने से यह फिर से गिना जाने लगेगा। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Leave its amounts as they are, and make a new one in its place.</source>
        <translation>इसकी रकम वैसी ही रहने दें, और इसकी जगह नया दस्तावेज़ बनाएँ।</translation>
    </message>
    <message>
        <source>QuickBooks has neither drafts nor documents that were cancelled from the beginning. Nothing of this one was sent.</source>
        <translation>QuickBooks में न मसौदे होते हैं, न शुरू से रद्द दस्तावेज़। इस दस्तावेज़ का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>It is sent when its status is “posted”.</source>
        <translation>इसकी स्थिति “दर्ज” होने पर इसे भेजा जाएगा।</translation>
    </message>
    <message>
        <source>This document is void in QuickBooks, and what is void there stays so. Nothing was sent.</source>
        <translation>यह दस्तावेज़ QuickBooks में रद्द (void) है, और वहाँ जो रद्द है वह रद्द ही रहता है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Cancel it here too, and make a new one in its place.</source>
        <translation>इसे यहाँ भी रद्द करें, और इसकी जगह नया बनाएँ।</translation>
    </message>
    <message>
        <source>Take it out of the mapping, or map another field.</source>
        <translation>उसे फ़ील्ड मेल से हटाएँ, या दूसरा फ़ील्ड लिंक करें।</translation>
    </message>
    <message>
        <source>Somebody changed this record in QuickBooks in the meantime.</source>
        <translation>इस बीच किसी ने QuickBooks में यह रिकॉर्ड बदल दिया।</translation>
    </message>
    <message>
        <source>The sync was stopped before this record was sent.</source>
        <translation>यह रिकॉर्ड भेजे जाने से पहले सिंक रोक दिया गया।</translation>
    </message>
    <message>
        <source>The next sync sends it.</source>
        <translation>अगला सिंक इसे भेजेगा।</translation>
    </message>
    <message>
        <source>SAP numbers its documents itself, and this one keeps its number. Nothing was sent.</source>
        <translation>SAP अपने दस्तावेज़ों को नंबर ख़ुद देता है, और इस दस्तावेज़ का नंबर वही रहता है। कुछ भेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Change the number back here.</source>
        <translation>यहाँ नंबर को पहले जैसा कर दें।</translation>
    </message>
    <message>
        <source>A code in SAP can't be changed. Nothing of this record was sent.</source>
        <translation>SAP में कोड बदला नहीं जा सकता। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Change it back, or make a new record in SAP.</source>
        <translation>पहले वाला कोड फिर लिखें, या SAP में नया रिकॉर्ड बनाएँ।</translation>
    </message>
    <message>
        <source>A payment that is booked in SAP keeps its amount and what it pays. Nothing was sent.</source>
        <translation>SAP में दर्ज भुगतान की रकम, और वह किसका भुगतान है, नहीं बदलते। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Cancel it here, and enter a new one.</source>
        <translation>इसे यहाँ रद्द करें और नया भरें।</translation>
    </message>
    <message>
        <source>Enter a number, or map another field.</source>
        <translation>संख्या भरें, या दूसरा फ़ील्ड जोड़ें।</translation>
    </message>
    <message>
        <source>The price list that was chosen is no longer in SAP. Nothing of this record was sent.</source>
        <translation>जो मूल्य सूची चुनी गई थी वह अब SAP में नहीं है। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Price list of the products' rates</source>
        <translation>आइटमों की दरों की मूल्य सूची</translation>
    </message>
    <message>
        <source>Without a choice it is the first one.</source>
        <translation>न चुनने पर पहली सूची ली जाती है।</translation>
    </message>
    <message>
        <source>Without a choice SAP decides by its own rules, if it has any. Lines that have a code keep it.</source>
        <translation>न चुनने पर SAP अपने नियमों से तय करता है, अगर उसमें हों। जिन पंक्तियों में कोड है, उनमें वही बना रहता है।</translation>
    </message>
    <message>
        <source>SAP takes no payment without one.</source>
        <translation>इसके बिना SAP कोई भुगतान नहीं लेता।</translation>
    </message>
    <message>
        <source>SAP did not say how many records there are.</source>
        <translation>SAP ने नहीं बताया कि कितने रिकॉर्ड हैं।</translation>
    </message>
    <message>
        <source>It looks like Asia/Kolkata. Empty stands for the zone of this computer.</source>
        <translation>वह Asia/Kolkata जैसा होता है। खाली छोड़ने पर इस कंप्यूटर का क्षेत्र लिया जाता है।</translation>
    </message>
    <message>
        <source>Let it go on only if these are the same books under a new name; else put the old settings back.</source>
        <translation>तभी आगे बढ़ने दें जब यह नए नाम के साथ वही बही हो; नहीं तो पुरानी सेटिंग वापस लाएँ।</translation>
    </message>
    <message>
        <source>Look whether its user may see them, and whether its release has them.</source>
        <translation>देखें कि उसका उपयोगकर्ता उन्हें देख सकता है या नहीं, और उसके संस्करण में वे हैं या नहीं।</translation>
    </message>
    <message>
        <source>Look at the record in SAP Business One and correct it there.</source>
        <translation>SAP Business One में यह रिकॉर्ड देखें और वहीं ठीक करें।</translation>
    </message>
    <message>
        <source>The address is a good one; this release answers no call before the login.</source>
        <translation>पता सही है; यह संस्करण लॉगिन से पहले किसी अनुरोध का उत्तर नहीं देता।</translation>
    </message>
    <message>
        <source>SAP let us in.</source>
        <translation>SAP ने लॉगिन कराया।</translation>
    </message>
    <message>
        <source>one was read</source>
        <translation>एक पढ़ा गया</translation>
    </message>
    <message>
        <source>there are none yet</source>
        <translation>अभी कोई नहीं है</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>A contact person in SAP can't move to another business partner. Nothing was sent.</source>
        <translation>SAP में संपर्क व्यक्ति को दूसरे बिज़नेस पार्टनर में नहीं ले जाया जा सकता। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Make a new one there, and delete this one.</source>
        <translation>वहाँ नया बनाएँ, और इसे हटाएँ।</translation>
    </message>
    <message>
        <source>A contact person in SAP belongs to a business partner, and this one names none. Nothing was sent.</source>
        <translation>SAP में संपर्क व्यक्ति किसी बिज़नेस पार्टनर का होता है, और इसमें किसी का नाम नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Enter the customer.</source>
        <translation>ग्राहक भरें।</translation>
    </message>
    <message>
        <source>Link the two if they are the same, else give one another name.</source>
        <translation>दोनों एक हों तो उन्हें लिंक करें, नहीं तो एक को दूसरा नाम दें।</translation>
    </message>
    <message>
        <source>The contact person was sent to SAP, and how it reads there could not be asked.</source>
        <translation>संपर्क व्यक्ति SAP को भेजा गया, पर यह नहीं पूछा जा सका कि वह वहाँ किस रूप में है।</translation>
    </message>
    <message>
        <source>The next sync looks for it before anything else is sent.</source>
        <translation>कुछ और भेजने से पहले अगला सिंक उसे खोजेगा।</translation>
    </message>
    <message>
        <source>Somebody changed this record in SAP in the meantime.</source>
        <translation>इस बीच किसी ने SAP में यह रिकॉर्ड बदल दिया।</translation>
    </message>
    <message>
        <source>The contact person is not in SAP (any more).</source>
        <translation>संपर्क व्यक्ति SAP में (अब) नहीं है।</translation>
    </message>
    <message>
        <source>Business partners</source>
        <translation>बिज़नेस पार्टनर</translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation>संपर्क व्यक्ति</translation>
    </message>
    <message>
        <source>Sales quotations</source>
        <translation>बिक्री कोटेशन</translation>
    </message>
    <message>
        <source>A/R invoices</source>
        <translation>बिक्री बिल (A/R)</translation>
    </message>
    <message>
        <source>Incoming payments</source>
        <translation>मिले भुगतान</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>आइटम</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>अवसर</translation>
    </message>
    <message>
        <source>SAP Gateway gives us a token for writing and does not accept it. Nothing was written.</source>
        <translation>SAP Gateway लिखने के लिए हमें टोकन देता है और फिर उसे स्वीकार नहीं करता। कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it lasts, have the Service Layer looked at.</source>
        <translation>अपने आप फिर कोशिश होगी। बना रहे तो Service Layer की जाँच करवाएँ।</translation>
    </message>
    <message>
        <source>There is no Service Layer of SAP at this address.</source>
        <translation>इस पते पर SAP की Service Layer नहीं है।</translation>
    </message>
    <message>
        <source>Look at the address: it looks like https://server:50000/b1s/v2, in small letters.</source>
        <translation>पता देखें: वह https://server:50000/b1s/v2 जैसा होता है, छोटे अक्षरों में।</translation>
    </message>
    <message>
        <source>SAP took it and has no such record: an approval procedure may keep it as a draft until somebody approves it.</source>
        <translation>SAP ने इसे ले लिया, पर ऐसा कोई रिकॉर्ड नहीं है: शायद मंज़ूरी की प्रक्रिया इसे तब तक मसौदे के रूप में रखती है जब तक कोई मंज़ूर न करे।</translation>
    </message>
    <message>
        <source>Look among the drafts in SAP. The next sync finds out before anything else is sent.</source>
        <translation>SAP के मसौदों में देखें। कुछ और भेजने से पहले अगला सिंक यह पता कर लेगा।</translation>
    </message>
    <message>
        <source>The next sync looks whether it is there, and goes on.</source>
        <translation>अगला सिंक देखेगा कि वह वहाँ है या नहीं, और आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>Have it made there (Tools &gt; Customization Tools &gt; User-Defined Fields), or turn it off in the sync settings.</source>
        <translation>इसे वहाँ बनवाएँ (Tools &gt; Customization Tools &gt; User-Defined Fields), या सिंक सेटिंग में बंद करें।</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>इस्तेमाल में</translation>
    </message>
    <message>
        <source>Price in the chosen price list</source>
        <translation>चुनी हुई मूल्य सूची में मूल्य</translation>
    </message>
    <message>
        <source>Number (ours, of what was made here)</source>
        <translation>नंबर (हमारा, यहाँ बनाए गए का)</translation>
    </message>
    <message>
        <source>The customer's reference</source>
        <translation>ग्राहक का संदर्भ</translation>
    </message>
    <message>
        <source>State (posted, or cancelled)</source>
        <translation>स्थिति (दर्ज, या रद्द)</translation>
    </message>
    <message>
        <source>What is still to be paid</source>
        <translation>जो भुगतान अभी बाकी है</translation>
    </message>
    <message>
        <source>The service behind this address takes no conditions. Ask who made it.</source>
        <translation>इस पते की सेवा शर्तें नहीं लेती। जिसने उसे बनाया है उससे पूछें।</translation>
    </message>
    <message>
        <source>Ask whoever looks after SAP whether this user may use the Service Layer, then test the connection.</source>
        <translation>SAP सँभालने वाले से पूछें कि यह उपयोगकर्ता Service Layer काम में ले सकता है या नहीं, फिर कनेक्शन की जाँच करें।</translation>
    </message>
    <message>
        <source>SAP does not accept this user name and password. They were tried once and are not tried again, so that SAP does not lock the user.</source>
        <translation>SAP यह उपयोगकर्ता नाम और पासवर्ड स्वीकार नहीं करता। इन्हें एक ही बार आज़माया गया और फिर नहीं आज़माया जाएगा, ताकि SAP उपयोगकर्ता को लॉक न करे।</translation>
    </message>
    <message>
        <source>Look at the user name, the password and the company database under Connections &gt; Edit. A locked user is unlocked in SAP.</source>
        <translation>कनेक्शन &gt; बदलें में उपयोगकर्ता नाम, पासवर्ड और कंपनी डेटाबेस देखें। लॉक हुआ उपयोगकर्ता SAP में खोला जाता है।</translation>
    </message>
    <message>
        <source>SAP has no company database of this name that this user may open.</source>
        <translation>SAP में इस नाम का कोई कंपनी डेटाबेस नहीं है जिसे यह उपयोगकर्ता खोल सके।</translation>
    </message>
    <message>
        <source>Look at the company database in the connection's settings: it is the database's name (SBODemoIN), not the company's.</source>
        <translation>कनेक्शन की सेटिंग में कंपनी डेटाबेस देखें: वहाँ डेटाबेस का नाम (SBODemoIN) होता है, कंपनी का नहीं।</translation>
    </message>
    <message>
        <source>SAP was busy letting others in and refused the login.</source>
        <translation>SAP दूसरों के लॉगिन में व्यस्त था और उसने लॉगिन ठुकरा दिया।</translation>
    </message>
    <message>
        <source>SAP has just let us in and does not know the session any more. Nothing of this was read or written.</source>
        <translation>SAP ने अभी लॉगिन कराया और अब उस सत्र को नहीं पहचानता। इसका कुछ भी पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>Have the authorisation given to that user in SAP (Administration &gt; System Initialization &gt; Authorizations).</source>
        <translation>SAP में उस उपयोगकर्ता को अधिकार दिलवाएँ (Administration &gt; System Initialization &gt; Authorizations)।</translation>
    </message>
    <message>
        <source>The record is not in SAP (any more).</source>
        <translation>रिकॉर्ड SAP में (अब) नहीं है।</translation>
    </message>
    <message>
        <source>It may have been removed there.</source>
        <translation>शायद वह वहाँ हटा दिया गया।</translation>
    </message>
    <message>
        <source>Somebody changed the record in SAP meanwhile; nothing was written.</source>
        <translation>इस बीच किसी ने SAP में रिकॉर्ड बदल दिया; कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>Look in SAP which record has the code. Link the two, or give this one another code.</source>
        <translation>SAP में देखें कि यह कोड किस रिकॉर्ड का है। दोनों को जोड़ें, या इसे दूसरा कोड दें।</translation>
    </message>
    <message>
        <source>Look in SAP which one it is. Link the two, or give this one another code.</source>
        <translation>SAP में देखें कि वह कौन-सी है। दोनों को जोड़ें, या इसे दूसरा कोड दें।</translation>
    </message>
    <message>
        <source>Put right what SAP names (in brackets stand its own table and field), or look at the mapping of that field.</source>
        <translation>SAP जो बताता है उसे ठीक करें (कोष्ठक में उसकी अपनी टेबल और फ़ील्ड है), या उस फ़ील्ड का मेल देखें।</translation>
    </message>
    <message>
        <source>Put right what it says, here or in SAP, and sync again.</source>
        <translation>वह जो बताता है उसे यहाँ या SAP में ठीक करें और फिर सिंक करें।</translation>
    </message>
    <message>
        <source>Look at the mapping: take the field out, or choose another one of SAP's.</source>
        <translation>फ़ील्ड मेल देखें: फ़ील्ड हटाएँ, या SAP का दूसरा फ़ील्ड चुनें।</translation>
    </message>
    <message>
        <source>Say in the mapping which of ours is which of SAP's, or add the value to the field in SAP.</source>
        <translation>फ़ील्ड मेल में बताएँ कि हमारा कौन-सा मान SAP का कौन-सा है, या SAP में फ़ील्ड में वह मान जोड़ें।</translation>
    </message>
    <message>
        <source>Documents are never deleted in SAP: cancel or close it there instead.</source>
        <translation>SAP में दस्तावेज़ कभी मिटाए नहीं जाते: वहाँ उसे रद्द या बंद करें।</translation>
    </message>
    <message>
        <source>Look at the mapping: a field of SAP's may have been removed or renamed.</source>
        <translation>फ़ील्ड मेल देखें: शायद SAP का कोई फ़ील्ड हटाया गया या उसका नाम बदला गया।</translation>
    </message>
    <message>
        <source>Do what it asks for. Whoever made the extension can say more.</source>
        <translation>वह जो माँगता है वह करें। एक्सटेंशन बनाने वाला और बता सकता है।</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays so, have the Service Layer restarted.</source>
        <translation>अपने आप फिर कोशिश होगी। ऐसा ही रहे तो Service Layer को फिर से चालू करवाएँ।</translation>
    </message>
    <message>
        <source>SAP let us in and told no session; nothing was read or written.</source>
        <translation>SAP ने लॉगिन कराया पर सत्र नहीं बताया; कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>Look whether the address is that of the Service Layer itself.</source>
        <translation>देखें कि पता Service Layer का ही है या नहीं।</translation>
    </message>
    <message>
        <source>SAP did not answer the login. Nothing was read or written.</source>
        <translation>SAP ने लॉगिन का उत्तर नहीं दिया। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>Give the right password under Connections &gt; Edit. If it was put right in SAP, test the connection: that tries it once more.</source>
        <translation>कनेक्शन &gt; बदलें में सही पासवर्ड दें। अगर उसे SAP में ठीक किया गया है तो कनेक्शन की जाँच करें: उससे एक बार फिर कोशिश होती है।</translation>
    </message>
    <message>
        <source>Company database</source>
        <translation>कंपनी डेटाबेस</translation>
    </message>
    <message>
        <source>The database's name, as it stands in the list of companies where one logs in to SAP Business One (SBODEMOIN).</source>
        <translation>डेटाबेस का नाम, जैसा SAP Business One में लॉगिन करते समय कंपनियों की सूची में लिखा है (SBODEMOIN)।</translation>
    </message>
    <message>
        <source>Best a user of its own for SalesMate Sync, with a licence.</source>
        <translation>बेहतर है कि SalesMate Sync के लिए एक अलग उपयोगकर्ता हो, लाइसेंस के साथ।</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>प्रमाणपत्र फ़ाइल</translation>
    </message>
    <message>
        <source>The certificate that shows who we are, as a PEM file.</source>
        <translation>वह प्रमाणपत्र जो बताता है कि हम कौन हैं, PEM फ़ाइल के रूप में।</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>निजी कुंजी</translation>
    </message>
    <message>
        <source>Empty where it stands in the certificate's file.</source>
        <translation>अगर वह प्रमाणपत्र की फ़ाइल में ही है तो खाली छोड़ें।</translation>
    </message>
    <message>
        <source>Authority's certificate</source>
        <translation>प्राधिकरण का प्रमाणपत्र</translation>
    </message>
    <message>
        <source>A PEM file, where the server's certificate comes from an authority of your own.</source>
        <translation>PEM फ़ाइल, जब सर्वर का प्रमाणपत्र आपके अपने प्राधिकरण का हो।</translation>
    </message>
    <message>
        <source>Fingerprint of the server's certificate</source>
        <translation>सर्वर के प्रमाणपत्र का फ़िंगरप्रिंट</translation>
    </message>
    <message>
        <source>With it this one certificate is trusted, and no other. Filled in when you trust the one that was shown.</source>
        <translation>इससे सिर्फ़ इसी एक प्रमाणपत्र पर भरोसा किया जाता है, किसी और पर नहीं। दिखाए गए प्रमाणपत्र पर भरोसा करने पर यह भर जाता है।</translation>
    </message>
    <message>
        <source>Time zone of the server</source>
        <translation>सर्वर का समय क्षेत्र</translation>
    </message>
    <message>
        <source>Like Asia/Kolkata. Empty for the zone of this computer. It decides which of two changes is the newer one.</source>
        <translation>जैसे Asia/Kolkata। इस कंप्यूटर के क्षेत्र के लिए खाली छोड़ें। इससे तय होता है कि दो बदलावों में नया कौन-सा है।</translation>
    </message>
    <message>
        <source>A line that was removed here</source>
        <translation>यहाँ हटाई गई पंक्ति</translation>
    </message>
    <message>
        <source>is removed in SAP</source>
        <translation>SAP में भी हटाई जाती है</translation>
    </message>
    <message>
        <source>stays in SAP</source>
        <translation>SAP में बनी रहती है</translation>
    </message>
    <message>
        <source>Of orders and other documents. Lines that were changed or added are so in SAP either way.</source>
        <translation>ऑर्डर और दूसरे दस्तावेज़ों की। बदली या जोड़ी गई पंक्तियाँ SAP में हर हाल में वैसी ही हो जाती हैं।</translation>
    </message>
    <message>
        <source>User</source>
        <translation>उपयोगकर्ता</translation>
    </message>
    <message>
        <source>is not one value, as SAP has it there</source>
        <translation>एक अकेला मान नहीं है, जैसा SAP को वहाँ चाहिए</translation>
    </message>
    <message>
        <source>This SAP does not tell of changes: its release is older than 10.0 FP 2602, or its webhook service is not installed.</source>
        <translation>यह SAP बदलावों की सूचना नहीं देता: उसका रिलीज़ 10.0 FP 2602 से पुराना है, या उसकी वेबहुक सेवा स्थापित नहीं है।</translation>
    </message>
    <message>
        <source>Nothing has to be done: the ordinary syncs find what changes.</source>
        <translation>कुछ करना नहीं है: बदलाव सामान्य सिंक में मिल जाते हैं।</translation>
    </message>
    <message>
        <source>Telling of changes is switched off in this SAP company.</source>
        <translation>इस SAP कंपनी में बदलावों की सूचना बंद है।</translation>
    </message>
    <message>
        <source>Have SAP's administrator switch it on (EnableWebhook in the company's settings), then register again. Until then the ordinary syncs find what changes.</source>
        <translation>SAP के एडमिन से इसे चालू करवाएँ (कंपनी की सेटिंग में EnableWebhook), फिर दोबारा दर्ज करें। तब तक बदलाव सामान्य सिंक में मिलते हैं।</translation>
    </message>
    <message>
        <source>Look at the webhook's public address: SAP must reach it over https, and no other webhook of SAP's may have it. Then register again.</source>
        <translation>वेबहुक का सार्वजनिक पता देखें: SAP को वह https से मिलना चाहिए, और SAP के किसी और वेबहुक का वही पता न हो। फिर दोबारा दर्ज करें।</translation>
    </message>
    <message>
        <source>SAP has no document that is a draft or cancelled from the beginning. Nothing of this one was sent.</source>
        <translation>SAP में न मसौदे के रूप में दस्तावेज़ होते हैं, न शुरू से रद्द दस्तावेज़। इस दस्तावेज़ का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Make it a customer in SAP again, or delete it there.</source>
        <translation>SAP में उसे फिर से ग्राहक बनाएँ, या वहाँ हटाएँ।</translation>
    </message>
    <message>
        <source>A document that is cancelled in SAP stays so. Nothing was sent.</source>
        <translation>SAP में रद्द दस्तावेज़ रद्द ही रहता है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The next sync looks how it is there.</source>
        <translation>अगला सिंक देखेगा कि वह वहाँ किस हाल में है।</translation>
    </message>
    <message>
        <source>Cancel in SAP what is there twice; the next sync looks again.</source>
        <translation>SAP में जो दो बार है उसे रद्द करें; अगला सिंक फिर देखेगा।</translation>
    </message>
    <message>
        <source>The next sync looks again before anything else is sent.</source>
        <translation>कुछ और भेजने से पहले अगला सिंक फिर देखेगा।</translation>
    </message>
    <message>
        <source>Have it approved in SAP; the next sync then links the two.</source>
        <translation>SAP में उसे मंज़ूर करवाएँ; तब अगला सिंक दोनों को जोड़ देगा।</translation>
    </message>
    <message>
        <source>Look for it in SAP. A field for our id there (sync settings) rules this out.</source>
        <translation>उसे SAP में खोजें। वहाँ हमारी id का फ़ील्ड (सिंक सेटिंग) हो तो ऐसा नहीं होगा।</translation>
    </message>
    <message>
        <source>the port is not a number below 65536</source>
        <translation>पोर्ट 65536 से छोटी संख्या नहीं है</translation>
    </message>
    <message>
        <source>Tally speaks plain http</source>
        <translation>Tally सादे http से ही बात करता है</translation>
    </message>
    <message>
        <source>only a host and a port belong into it</source>
        <translation>इसमें केवल होस्ट और पोर्ट होने चाहिए</translation>
    </message>
    <message>
        <source>the name of the PC is missing or holds a character that can't be in one</source>
        <translation>PC का नाम नहीं है या उसमें ऐसा अक्षर है जो नाम में नहीं हो सकता</translation>
    </message>
    <message>
        <source>it holds a declaration, which Tally never sends</source>
        <translation>उसमें एक घोषणा (declaration) है, जो Tally कभी नहीं भेजता</translation>
    </message>
    <message>
        <source>it does not hold what was asked for</source>
        <translation>जो माँगा गया वह उसमें नहीं है</translation>
    </message>
    <message>
        <source>web pages</source>
        <translation>वेब पेज</translation>
    </message>
    <message>
        <source>something other than Tally's XML</source>
        <translation>Tally के XML के अलावा कुछ और</translation>
    </message>
    <message>
        <source>its answer is not Tally's XML</source>
        <translation>उसका जवाब Tally का XML नहीं है</translation>
    </message>
    <message>
        <source>The record keeps its last known state. Open the voucher in Tally and look at that value.</source>
        <translation>रिकॉर्ड अपनी पिछली ज्ञात स्थिति में रहता है। Tally में वाउचर खोलें और वह मान देखें।</translation>
    </message>
    <message>
        <source>changed vouchers</source>
        <translation>बदले हुए वाउचर</translation>
    </message>
    <message>
        <source>Customers (ledgers under Sundry Debtors)</source>
        <translation>ग्राहक (Sundry Debtors के लेजर)</translation>
    </message>
    <message>
        <source>Stock items</source>
        <translation>स्टॉक आइटम</translation>
    </message>
    <message>
        <source>Sales invoices</source>
        <translation>बिक्री बिल</translation>
    </message>
    <message>
        <source>a check of deleted records</source>
        <translation>हटाए गए रिकॉर्ड की जाँच</translation>
    </message>
    <message>
        <source>Tally answers</source>
        <translation>Tally जवाब देता है</translation>
    </message>
    <message>
        <source>Release and licence</source>
        <translation>संस्करण और लाइसेंस</translation>
    </message>
    <message>
        <source>Company open</source>
        <translation>खुली कंपनी</translation>
    </message>
    <message>
        <source>Write it in seconds, for example 30.</source>
        <translation>उसे सेकंड में लिखें, जैसे 30।</translation>
    </message>
    <message>
        <source>Write the earliest voucher date like 2026-04-01.</source>
        <translation>सबसे पुरानी वाउचर तारीख 2026-04-01 की तरह लिखें।</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसीदें</translation>
    </message>
    <message>
        <source>Write it like 192.168.1.20 or 192.168.1.0/24.</source>
        <translation>192.168.1.20 या 192.168.1.0/24 की तरह लिखें।</translation>
    </message>
    <message>
        <source>Name a smaller subnet, for example 192.168.1.0/24.</source>
        <translation>छोटी सीमा दें, जैसे 192.168.1.0/24।</translation>
    </message>
    <message>
        <source>no company is open</source>
        <translation>कोई कंपनी खुली नहीं है</translation>
    </message>
    <message>
        <source>server port</source>
        <translation>सर्वर पोर्ट</translation>
    </message>
    <message>
        <source>Look at the Tally window for a message and answer it. If there is none, Tally is busy: the next sync goes on by itself.</source>
        <translation>Tally की विंडो में कोई संदेश हो तो उसका जवाब दें। न हो तो Tally व्यस्त है: अगला सिंक अपने-आप आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>In Tally press F1 (Help) &gt; Settings &gt; Connectivity: set “TallyPrime acts as” to Both and note the port (9000 as a rule).</source>
        <translation>Tally में F1 (Help) &gt; Settings &gt; Connectivity खोलें: “TallyPrime acts as” को Both करें और पोर्ट देख लें (आम तौर पर 9000)।</translation>
    </message>
    <message>
        <source>Tally has no such voucher.</source>
        <translation>Tally में ऐसा कोई वाउचर नहीं है।</translation>
    </message>
    <message>
        <source>It was deleted in Tally.</source>
        <translation>वह Tally में हटाया गया।</translation>
    </message>
    <message>
        <source>Open the company in Tally (F3), then sync again. If it was renamed, choose it anew in the settings.</source>
        <translation>Tally में कंपनी खोलें (F3), फिर सिंक करें। अगर उसका नाम बदला गया है, तो सेटिंग में उसे फिर से चुनें।</translation>
    </message>
    <message>
        <source>No company is open in Tally. Nothing was read or written.</source>
        <translation>Tally में कोई कंपनी खुली नहीं है। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>Open the company in Tally (F3), then sync again.</source>
        <translation>Tally में कंपनी खोलें (F3), फिर सिंक करें।</translation>
    </message>
    <message>
        <source>Tally did not understand the request and did nothing.</source>
        <translation>Tally ने अनुरोध नहीं समझा और कुछ नहीं किया।</translation>
    </message>
    <message>
        <source>Another program may answer on this port, or this is a very old Tally. Run the connection test.</source>
        <translation>हो सकता है इस पोर्ट पर कोई दूसरा प्रोग्राम जवाब देता हो, या यह बहुत पुराना Tally हो। कनेक्शन की जाँच करें।</translation>
    </message>
    <message>
        <source>Run the connection test and tell support which release it shows.</source>
        <translation>कनेक्शन की जाँच करें और सहायता को बताएँ कि वह कौन सा संस्करण दिखाती है।</translation>
    </message>
    <message>
        <source>If add-ons (TDLs) are loaded in Tally, try without them.</source>
        <translation>अगर Tally में ऐड-ऑन (TDL) लगे हैं, तो उनके बिना कोशिश करें।</translation>
    </message>
    <message>
        <source>An Educational licence takes only the 1st, 2nd and 31st of a month; else it lies outside the books' period.</source>
        <translation>Educational लाइसेंस महीने की 1, 2 और 31 तारीख ही लेता है; नहीं तो तारीख बही की अवधि से बाहर है।</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>कोई कारण नहीं बताया</translation>
    </message>
    <message>
        <source>Write it like http://192.168.1.20:9000 or http://localhost:9000.</source>
        <translation>http://192.168.1.20:9000 या http://localhost:9000 की तरह लिखें।</translation>
    </message>
    <message>
        <source>Check the spelling, or use the PC's IP address.</source>
        <translation>वर्तनी जाँचें, या PC का IP पता लिखें।</translation>
    </message>
    <message>
        <source>Check that the PC is on and in the same network, and that its firewall lets the port through.</source>
        <translation>देखें कि PC चालू है, उसी नेटवर्क में है, और उसका फ़ायरवॉल यह पोर्ट खुला रखता है।</translation>
    </message>
    <message>
        <source>Tally gave an empty answer. Nothing was used.</source>
        <translation>Tally ने खाली जवाब दिया। कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>The next sync asks again and goes on from where this one stopped.</source>
        <translation>अगला सिंक फिर पूछेगा और वहीं से आगे बढ़ेगा जहाँ यह रुका।</translation>
    </message>
    <message>
        <source>The connection to Tally broke in the middle of an answer. None of it was used.</source>
        <translation>जवाब के बीच में Tally से कनेक्शन टूट गया। उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Tally may have been closed or restarted. The next sync goes on from where this one stopped.</source>
        <translation>शायद Tally बंद किया गया या फिर शुरू हुआ। अगला सिंक वहीं से आगे बढ़ेगा जहाँ यह रुका।</translation>
    </message>
    <message>
        <source>Tally closed the connection without an answer.</source>
        <translation>Tally ने बिना जवाब दिए कनेक्शन बंद कर दिया।</translation>
    </message>
    <message>
        <source>Tally may have been closed or restarted, or it crashed. Start it, open the company, then sync again.</source>
        <translation>शायद Tally बंद किया गया, फिर शुरू हुआ, या अचानक बंद हो गया। उसे शुरू करें, कंपनी खोलें, फिर सिंक करें।</translation>
    </message>
    <message>
        <source>The next sync asks again.</source>
        <translation>अगला सिंक फिर पूछेगा।</translation>
    </message>
    <message>
        <source>The next sync asks again. If it stays, send support the diagnostics bundle.</source>
        <translation>अगला सिंक फिर पूछेगा। ऐसा ही रहे तो सेटिंग &gt; जाँच से सहायता की फ़ाइल बनाकर भेजें।</translation>
    </message>
    <message>
        <source>Tally says that it could not carry out the request, without a reason.</source>
        <translation>Tally कहता है कि वह अनुरोध पूरा नहीं कर सका, और कारण नहीं बताता।</translation>
    </message>
    <message>
        <source>An Educational licence does this. Run the connection test: it shows the licence.</source>
        <translation>Educational लाइसेंस ऐसा करता है। कनेक्शन की जाँच करें: वह लाइसेंस दिखाती है।</translation>
    </message>
    <message>
        <source>This Tally ignores the filters of a request, so it can't be read in parts.</source>
        <translation>यह Tally अनुरोध के फ़िल्टर नहीं मानता, इसलिए इसे टुकड़ों में नहीं पढ़ा जा सकता।</translation>
    </message>
    <message>
        <source>If the Tally window is idle and shows no message, say so on this run's page or after a test of the connection: that ends the wait.</source>
        <translation>अगर Tally की विंडो खाली है और कोई संदेश नहीं दिखाती, तो इस सिंक के पेज पर या कनेक्शन जाँचने के बाद यह बताएँ: इससे इंतज़ार समाप्त हो जाता है।</translation>
    </message>
    <message>
        <source>Wait until it has ended, then sync again. If that takes long, look at the Tally window for a message.</source>
        <translation>उसके ख़त्म होने तक रुकें, फिर सिंक करें। बहुत देर लगे तो Tally की विंडो में देखें कि कोई संदेश तो नहीं है।</translation>
    </message>
    <message>
        <source>Tally runs, but no company is open in it.</source>
        <translation>Tally चालू है, पर उसमें कोई कंपनी खुली नहीं है।</translation>
    </message>
    <message>
        <source>Open the company in Tally (F3). Just after its start Tally needs some seconds to open it.</source>
        <translation>Tally में कंपनी खोलें (F3)। शुरू होने के ठीक बाद Tally को उसे खोलने में कुछ सेकंड लगते हैं।</translation>
    </message>
    <message>
        <source>Open it in Tally (F3), or choose another company in the connection's settings.</source>
        <translation>उसे Tally में खोलें (F3), या कनेक्शन की सेटिंग में दूसरी कंपनी चुनें।</translation>
    </message>
    <message>
        <source>Open the right one in Tally (F3), then sync again.</source>
        <translation>Tally में सही कंपनी खोलें (F3), फिर सिंक करें।</translation>
    </message>
    <message>
        <source>Close the other one in Tally, then sync again.</source>
        <translation>Tally में दूसरी कंपनी बंद करें, फिर सिंक करें।</translation>
    </message>
    <message>
        <source>Open the right company, or make a new connection for this one.</source>
        <translation>सही कंपनी खोलें, या इसके लिए नया कनेक्शन बनाएँ।</translation>
    </message>
    <message>
        <source>Choose the company in the connection's settings.</source>
        <translation>कनेक्शन की सेटिंग में कंपनी चुनें।</translation>
    </message>
    <message>
        <source>Mailing details</source>
        <translation>डाक का ब्योरा</translation>
    </message>
    <message>
        <source>GST registrations</source>
        <translation>GST पंजीकरण</translation>
    </message>
    <message>
        <source>HSN details</source>
        <translation>HSN का ब्योरा</translation>
    </message>
    <message>
        <source>GST details</source>
        <translation>GST का ब्योरा</translation>
    </message>
    <message>
        <source>HSN description</source>
        <translation>HSN विवरण</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>पार्ट नंबर</translation>
    </message>
    <message>
        <source>Voucher number</source>
        <translation>वाउचर नंबर</translation>
    </message>
    <message>
        <source>Party's name</source>
        <translation>पार्टी का नाम</translation>
    </message>
    <message>
        <source>Party that is no customer</source>
        <translation>पार्टी जो ग्राहक नहीं है</translation>
    </message>
    <message>
        <source>Voucher type</source>
        <translation>वाउचर प्रकार</translation>
    </message>
    <message>
        <source>Bank or cash ledger</source>
        <translation>बैंक या नकद लेजर</translation>
    </message>
    <message>
        <source>Stock item</source>
        <translation>स्टॉक आइटम</translation>
    </message>
    <message>
        <source>Stock item's name</source>
        <translation>स्टॉक आइटम का नाम</translation>
    </message>
    <message>
        <source>Applicable from</source>
        <translation>कब से लागू</translation>
    </message>
    <message>
        <source>Mailing name</source>
        <translation>डाक का नाम</translation>
    </message>
    <message>
        <source>a sample</source>
        <translation>एक नमूना</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>दूसरे नाम</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>समूह</translation>
    </message>
    <message>
        <source>Bill-wise</source>
        <translation>बिल-वार</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>दरें</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>लेजर</translation>
    </message>
    <message>
        <source>an unknown request</source>
        <translation>एक अनजान अनुरोध</translation>
    </message>
    <message>
        <source>If it is the right one, approve: everything is compared and nothing deleted (what is missing is only marked).</source>
        <translation>अगर यह सही कंपनी है, तो मंज़ूर करें: सब कुछ मिलाया जाएगा और कुछ हटाया नहीं जाएगा (जो नहीं मिलता उस पर केवल निशान लगता है)।</translation>
    </message>
    <message>
        <source>If not, reject and open the right company.</source>
        <translation>अगर नहीं, तो नामंज़ूर करें और सही कंपनी खोलें।</translation>
    </message>
    <message>
        <source>Approve to compare everything with SalesMate Sync (nothing is deleted), or reject and open the newer data.</source>
        <translation>सब कुछ SalesMate Sync से मिलाने के लिए मंज़ूर करें (कुछ हटाया नहीं जाता), या नामंज़ूर करें और ज़्यादा नया डेटा खोलें।</translation>
    </message>
    <message>
        <source>another folder</source>
        <translation>दूसरे फ़ोल्डर</translation>
    </message>
    <message>
        <source>It is the same company, and syncs as before.</source>
        <translation>यह वही कंपनी है, और पहले की तरह सिंक होती है।</translation>
    </message>
    <message>
        <source>Vouchers of the new year are synced too; those of the years before stay as they are.</source>
        <translation>नए साल के वाउचर भी सिंक होते हैं; पिछले सालों के वाउचर जैसे हैं वैसे रहते हैं।</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>एक अनजान दिन</translation>
    </message>
    <message>
        <source>Tally (its release is not told)</source>
        <translation>Tally (वह अपना संस्करण नहीं बताता)</translation>
    </message>
    <message>
        <source>a probe of voucher filters</source>
        <translation>वाउचर फ़िल्टर की परख</translation>
    </message>
    <message>
        <source>a probe of balances</source>
        <translation>शेष की परख</translation>
    </message>
    <message>
        <source>stock items</source>
        <translation>स्टॉक आइटम</translation>
    </message>
    <message>
        <source>counts of changed masters</source>
        <translation>बदले हुए मास्टर की गिनती</translation>
    </message>
    <message>
        <source>The record keeps its last known state. Open it in Tally and look at that value.</source>
        <translation>रिकॉर्ड अपनी पिछली ज्ञात स्थिति में रहता है। उसे Tally में खोलें और वह मान देखें।</translation>
    </message>
    <message>
        <source>a check of the last day</source>
        <translation>अंतिम दिन की जाँच</translation>
    </message>
    <message>
        <source>Looking for changed vouchers …</source>
        <translation>बदले हुए वाउचर खोजे जा रहे हैं …</translation>
    </message>
    <message>
        <source>Looking for deleted vouchers …</source>
        <translation>हटाए गए वाउचर खोजे जा रहे हैं …</translation>
    </message>
    <message>
        <source>release and licence</source>
        <translation>संस्करण और लाइसेंस</translation>
    </message>
    <message>
        <source>the open bills</source>
        <translation>बाकी बिल</translation>
    </message>
    <message>
        <source>it is far too long</source>
        <translation>वह बहुत ज़्यादा लंबा है</translation>
    </message>
    <message>
        <source>Tally gave no objects although it has some. Nothing was used.</source>
        <translation>Tally ने कुछ नहीं दिया, जबकि उसमें डेटा है। कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Sync again.</source>
        <translation>फिर सिंक करें।</translation>
    </message>
    <message>
        <source>changed ledgers</source>
        <translation>बदले हुए लेजर</translation>
    </message>
    <message>
        <source>the ledgers' groups</source>
        <translation>लेजर के समूह</translation>
    </message>
    <message>
        <source>The company's name as Tally shows it. It must be open in Tally.</source>
        <translation>कंपनी का नाम, जैसा Tally दिखाता है। वह Tally में खुली होनी चाहिए।</translation>
    </message>
    <message>
        <source>Company's identity</source>
        <translation>कंपनी की पहचान</translation>
    </message>
    <message>
        <source>Filled in when the company is chosen; keeps a namesake apart.</source>
        <translation>कंपनी चुनने पर भर जाता है; उसी नाम की दूसरी कंपनी को अलग रखता है।</translation>
    </message>
    <message>
        <source>Where the company's data lies, when a copy of it is open too.</source>
        <translation>कंपनी का डेटा कहाँ है, जब उसकी कोई प्रति भी खुली हो।</translation>
    </message>
    <message>
        <source>what it sends is not HTTP</source>
        <translation>वह जो भेजता है, वह HTTP नहीं है</translation>
    </message>
    <message>
        <source>it does not answer: a message may wait in its window, or it is busy</source>
        <translation>वह जवाब नहीं देता: शायद उसकी विंडो में कोई संदेश रुका है, या वह व्यस्त है</translation>
    </message>
    <message>
        <source>it does not speak HTTP</source>
        <translation>वह HTTP में बात नहीं करता</translation>
    </message>
    <message>
        <source>a web server</source>
        <translation>एक वेब सर्वर</translation>
    </message>
    <message>
        <source>Ledger for sales of goods</source>
        <translation>माल की बिक्री का लेजर</translation>
    </message>
    <message>
        <source>Ledger for lines without a stock item</source>
        <translation>बिना स्टॉक आइटम वाली पंक्तियों का लेजर</translation>
    </message>
    <message>
        <source>Ledger for freight and delivery charges</source>
        <translation>भाड़े और डिलीवरी शुल्क का लेजर</translation>
    </message>
    <message>
        <source>Ledger for rounding</source>
        <translation>राउंड ऑफ़ का लेजर</translation>
    </message>
    <message>
        <source>Bank or cash ledger for receipts</source>
        <translation>रसीदों के लिए बैंक या नकद लेजर</translation>
    </message>
    <message>
        <source>Godown for sold goods</source>
        <translation>बेचे गए माल का गोदाम</translation>
    </message>
    <message>
        <source>Taken when a document doesn't name the ledger itself.</source>
        <translation>जब दस्तावेज़ में लेजर न दिया हो, तब यह लगता है।</translation>
    </message>
    <message>
        <source>Choose another one in the connection's settings, then send it again.</source>
        <translation>कनेक्शन की सेटिंग में दूसरा चुनें, फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>All that is still to be chosen stands together there, once per connection; then send it again.</source>
        <translation>जो कुछ अभी चुनना बाकी है, वह वहाँ एक साथ है, हर कनेक्शन के लिए एक ही बार; फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>the ledgers that its vouchers use</source>
        <translation>उसके वाउचर में आने वाले लेजर</translation>
    </message>
    <message>
        <source>the godowns</source>
        <translation>गोदाम</translation>
    </message>
    <message>
        <source>It was made in Tally in the very same moment. Compare it with SalesMate Sync's record.</source>
        <translation>यह Tally में ठीक उसी क्षण बनाया गया। उसे SalesMate Sync के रिकॉर्ड से मिलाएँ।</translation>
    </message>
    <message>
        <source>It is looked up in Tally before anything else is done with it.</source>
        <translation>इसके साथ कुछ और करने से पहले इसे Tally में देखा जाएगा।</translation>
    </message>
    <message>
        <source>Tally gave an empty answer</source>
        <translation>Tally ने खाली जवाब दिया</translation>
    </message>
    <message>
        <source>its answer does not say what was done</source>
        <translation>उसका जवाब नहीं बताता कि क्या किया गया</translation>
    </message>
    <message>
        <source>without a reason</source>
        <translation>बिना कारण</translation>
    </message>
    <message>
        <source>Correct it and sync again.</source>
        <translation>इसे ठीक करें और फिर सिंक करें।</translation>
    </message>
    <message>
        <source>stock group</source>
        <translation>स्टॉक समूह</translation>
    </message>
    <message>
        <source>Where Conflicts asks about it, choose “The same as …” if it is; otherwise give one of them another name. Tally does not tell capitals, hyphens and spaces apart.</source>
        <translation>जहाँ “टकराव” इसके बारे में पूछे, वहाँ वही हो तो “… ही है” चुनें; नहीं तो एक को दूसरा नाम दें। Tally बड़े-छोटे अक्षरों, हाइफ़न और खाली जगह का अंतर नहीं करता।</translation>
    </message>
    <message>
        <source>Move that ledger below Sundry Debtors in Tally, or give the customer another name.</source>
        <translation>Tally में उस लेजर को Sundry Debtors के नीचे ले जाएँ, या ग्राहक को दूसरा नाम दें।</translation>
    </message>
    <message>
        <source>It was deleted in Tally, or is no longer below Sundry Debtors.</source>
        <translation>वह Tally में हटाया गया, या अब Sundry Debtors के नीचे नहीं है।</translation>
    </message>
    <message>
        <source>Give it another name. Tally does not tell capitals, hyphens and spaces apart.</source>
        <translation>इसे दूसरा नाम दें। Tally बड़े-छोटे अक्षरों, हाइफ़न और खाली जगह का अंतर नहीं करता।</translation>
    </message>
    <message>
        <source>Fill in its unit, for example Nos.</source>
        <translation>उसकी इकाई भरें, जैसे Nos।</translation>
    </message>
    <message>
        <source>Choose another group, or move that group below Sundry Debtors in Tally.</source>
        <translation>दूसरा समूह चुनें, या Tally में उस समूह को Sundry Debtors के नीचे ले जाएँ।</translation>
    </message>
    <message>
        <source>, without decimal places</source>
        <translation>, दशमलव स्थान के बिना</translation>
    </message>
    <message>
        <source>a look at one record</source>
        <translation>एक रिकॉर्ड देखना</translation>
    </message>
    <message>
        <source>Fill in its name.</source>
        <translation>उसका नाम भरें।</translation>
    </message>
    <message>
        <source>Take it out of the mapping, or set its direction to “from Tally”.</source>
        <translation>इसे फ़ील्ड मेल से हटाएँ, या इसकी दिशा “Tally से” करें।</translation>
    </message>
    <message>
        <source>the names in use</source>
        <translation>काम में आ रहे नाम</translation>
    </message>
    <message>
        <source>a voucher to copy the form of</source>
        <translation>एक वाउचर जिसका रूप अपनाना है</translation>
    </message>
    <message>
        <source>Correct its date, or keep it in SalesMate Sync only.</source>
        <translation>उसकी तारीख ठीक करें, या इसे केवल SalesMate Sync में रखें।</translation>
    </message>
    <message>
        <source>Correct its date, or set a longer period in Tally (Alt+F2); then send it again.</source>
        <translation>उसकी तारीख ठीक करें, या Tally में लंबी अवधि रखें (Alt+F2); फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>Activate the licence in Tally, then send it again.</source>
        <translation>Tally में लाइसेंस सक्रिय करें, फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>Write it as in Tally, or leave it empty to use the one that was chosen for the connection.</source>
        <translation>इसे वैसे ही लिखें जैसे Tally में है, या खाली छोड़ें: तब कनेक्शन के लिए चुना गया लेजर लगेगा।</translation>
    </message>
    <message>
        <source>A receipt settles invoices of the customer who paid.</source>
        <translation>रसीद से उसी ग्राहक के बिल चुकते हैं जिसने भुगतान किया।</translation>
    </message>
    <message>
        <source>Choose the invoice, give the bill's name, or make it “on account”.</source>
        <translation>बिल चुनें, बिल का नाम दें, या इसे “खाते पर” करें।</translation>
    </message>
    <message>
        <source>Sync the products first, or choose another product; then send it again.</source>
        <translation>पहले आइटम सिंक करें, या दूसरा आइटम चुनें; फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>Make that stock group in Tally, or choose another category; then send it again.</source>
        <translation>Tally में वह स्टॉक समूह बनाएँ, या दूसरी श्रेणी चुनें; फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>Choose a voucher type of that company in the connection's settings.</source>
        <translation>कनेक्शन की सेटिंग में उस कंपनी का कोई वाउचर प्रकार चुनें।</translation>
    </message>
    <message>
        <source>Sync the customers first; a sales, tax or bank ledger is chosen in the connection's settings. Then send it again.</source>
        <translation>पहले ग्राहक सिंक करें; बिक्री, कर या बैंक लेजर कनेक्शन की सेटिंग में चुना जाता है। फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>Choose a group below Sundry Debtors.</source>
        <translation>Sundry Debtors के नीचे का कोई समूह चुनें।</translation>
    </message>
    <message>
        <source>Make that group in Tally, or choose another one; then send it again.</source>
        <translation>Tally में वह समूह बनाएँ, या दूसरा चुनें; फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>Make that unit in Tally (Create &gt; Unit), or choose another one; then send it again.</source>
        <translation>Tally में वह इकाई बनाएँ (Create &gt; Unit), या दूसरी चुनें; फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>Choose the godown for our entries in the connection's settings.</source>
        <translation>कनेक्शन की सेटिंग में हमारी प्रविष्टियों का गोदाम चुनें।</translation>
    </message>
    <message>
        <source>Check that the order has a number and a due date. If it has, enter one order by hand in Tally and sync: its form is taken over.</source>
        <translation>देखें कि ऑर्डर में नंबर और देय तारीख है। अगर है, तो Tally में एक ऑर्डर हाथ से दर्ज करें और सिंक करें: उसका रूप अपना लिया जाएगा।</translation>
    </message>
    <message>
        <source>Make it in Tally, then send the record again.</source>
        <translation>इसे Tally में बनाएँ, फिर रिकॉर्ड दोबारा भेजें।</translation>
    </message>
    <message>
        <source>An Educational licence takes only the 1st, 2nd and 31st of a month; otherwise the date is missing or can't be read.</source>
        <translation>Educational लाइसेंस महीने की 1, 2 और 31 तारीख ही लेता है; नहीं तो तारीख नहीं है या पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>Check the date. Tally takes nothing before the day on which the books begin.</source>
        <translation>तारीख जाँचें। जिस दिन से बही शुरू होती है, Tally उससे पहले का कुछ नहीं लेता।</translation>
    </message>
    <message>
        <source>Fill in its number, or set the voucher type's numbering to Automatic in Tally.</source>
        <translation>उसका नंबर भरें, या Tally में इस वाउचर प्रकार का नंबर अपने-आप (Automatic) करें।</translation>
    </message>
    <message>
        <source>Give it another number.</source>
        <translation>इसे दूसरा नंबर दें।</translation>
    </message>
    <message>
        <source>Check lines, taxes, round off and total of the document.</source>
        <translation>दस्तावेज़ की पंक्तियाँ, कर, राउंड ऑफ़ और कुल जाँचें।</translation>
    </message>
    <message>
        <source>Give it at least one line with an amount.</source>
        <translation>इसमें कम से कम एक पंक्ति रकम के साथ दें।</translation>
    </message>
    <message>
        <source>Choose another name. Tally does not tell capitals, hyphens and spaces apart.</source>
        <translation>दूसरा नाम चुनें। Tally बड़े-छोटे अक्षरों, हाइफ़न और खाली जगह का अंतर नहीं करता।</translation>
    </message>
    <message>
        <source>Delete those first. If there are none, Tally may need Company Data &gt; Rewrite.</source>
        <translation>पहले उन्हें हटाएँ। अगर कोई नहीं है, तो Tally में Company Data &gt; Rewrite की ज़रूरत हो सकती है।</translation>
    </message>
    <message>
        <source>It was deleted or renamed in Tally. The next sync shows what became of it.</source>
        <translation>वह Tally में हटाया गया या उसका नाम बदला गया। अगला सिंक दिखाएगा कि उसका क्या हुआ।</translation>
    </message>
    <message>
        <source>Fill in the name.</source>
        <translation>नाम भरें।</translation>
    </message>
    <message>
        <source>Send support the diagnostics bundle.</source>
        <translation>सेटिंग &gt; जाँच से सहायता की फ़ाइल बनाकर भेजें।</translation>
    </message>
    <message>
        <source>Change the record, or enter it in Tally by hand to see what Tally wants.</source>
        <translation>रिकॉर्ड बदलें, या उसे Tally में हाथ से दर्ज करके देखें कि Tally क्या चाहता है।</translation>
    </message>
    <message>
        <source>As a rule the number is used already, a stock line lacks its godown, a sale has no item lines, or a line has no amount. In Tally, Exchange &gt; Data Exceptions (or the import's exceptions) may tell more.</source>
        <translation>आम तौर पर नंबर पहले काम में आ चुका होता है, स्टॉक की पंक्ति में गोदाम नहीं होता, बिक्री में आइटम की पंक्ति नहीं होती, या किसी पंक्ति में रकम नहीं होती। Tally में Exchange &gt; Data Exceptions (या आयात के अपवाद) से ज़्यादा पता चल सकता है।</translation>
    </message>
    <message>
        <source>Open the record in Tally and look whether it can be changed there.</source>
        <translation>Tally में रिकॉर्ड खोलें और देखें कि उसे वहाँ बदला जा सकता है या नहीं।</translation>
    </message>
    <message>
        <source>Round it to two decimals.</source>
        <translation>उसे दो दशमलव तक राउंड करें।</translation>
    </message>
    <message>
        <source>Correct the quantity, the rate or the amount.</source>
        <translation>मात्रा, दर या रकम ठीक करें।</translation>
    </message>
    <message>
        <source>Correct the lines, the taxes, the rounding or the total.</source>
        <translation>पंक्तियाँ, कर, राउंड ऑफ़ या कुल ठीक करें।</translation>
    </message>
    <message>
        <source>A receipt needs an amount above zero; this one has none. Nothing was sent.</source>
        <translation>रसीद में शून्य से ज़्यादा रकम चाहिए; इसमें कोई रकम नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>An allocation needs an amount above zero. Nothing was sent.</source>
        <translation>बिल-वार बँटवारे में शून्य से ज़्यादा रकम चाहिए। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Lower an allocation, or raise the amount.</source>
        <translation>कोई बँटवारा घटाएँ, या रकम बढ़ाएँ।</translation>
    </message>
    <message>
        <source>Link the product of the lines both ways, or make this change in Tally.</source>
        <translation>पंक्तियों का आइटम दोनों दिशाओं में लिंक करें, या यह बदलाव Tally में करें।</translation>
    </message>
    <message>
        <source>Enter it anew in Tally, or make a new one in SalesMate Sync.</source>
        <translation>उसे Tally में नए सिरे से दर्ज करें, या SalesMate Sync में नया बनाएँ।</translation>
    </message>
    <message>
        <source>Set its status to posted first, if it shall count again.</source>
        <translation>अगर वह फिर गिना जाना है, तो पहले उसकी स्थिति “दर्ज” करें।</translation>
    </message>
    <message>
        <source>It was cancelled; what else was changed in it was not sent</source>
        <translation>उसे रद्द किया गया; उसमें और जो बदला गया था वह नहीं भेजा गया</translation>
    </message>
    <message>
        <source>Compare the vouchers of that day in Tally, and correct the one that should not have changed.</source>
        <translation>Tally में उस दिन के वाउचर मिलाएँ, और जो नहीं बदलना चाहिए था उसे ठीक करें।</translation>
    </message>
    <message>
        <source>Tally had no sales order entered by hand to copy the form of; the usual form was sent</source>
        <translation>Tally में हाथ से दर्ज कोई बिक्री ऑर्डर नहीं था जिसका रूप अपनाया जाए; सामान्य रूप भेजा गया</translation>
    </message>
    <message>
        <source>Make this change in Tally, and send support the diagnostics bundle.</source>
        <translation>यह बदलाव Tally में करें, और सेटिंग &gt; जाँच से सहायता की फ़ाइल बनाकर भेजें।</translation>
    </message>
    <message>
        <source>whether it is there</source>
        <translation>वह वहाँ है या नहीं</translation>
    </message>
    <message>
        <source>It is an Optional voucher in Tally, a draft, until somebody accepts it there</source>
        <translation>Tally में यह Optional वाउचर है, यानी मसौदा, जब तक वहाँ कोई उसे स्वीकार न करे</translation>
    </message>
    <message>
        <source>Tally kept none of its allocations: the customer's ledger is not bill-wise</source>
        <translation>Tally ने बिल-वार बँटवारे में से कुछ नहीं रखा: ग्राहक का लेजर बिल-वार नहीं है</translation>
    </message>
    <message>
        <source>The document has no date. Nothing was sent.</source>
        <translation>दस्तावेज़ में तारीख नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Fill in its date.</source>
        <translation>उसकी तारीख भरें।</translation>
    </message>
    <message>
        <source>The document names no customer. Nothing was sent.</source>
        <translation>दस्तावेज़ में ग्राहक नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Choose its customer in SalesMate Sync.</source>
        <translation>SalesMate Sync में उसका ग्राहक चुनें।</translation>
    </message>
    <message>
        <source>Correct the due date.</source>
        <translation>देय तारीख ठीक करें।</translation>
    </message>
    <message>
        <source>A sales order in Tally needs at least one line with a product. Nothing was sent.</source>
        <translation>Tally में बिक्री ऑर्डर में आइटम वाली कम से कम एक पंक्ति चाहिए। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The document has no lines. Nothing was sent.</source>
        <translation>दस्तावेज़ में कोई पंक्ति नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>cost centres at its sales</source>
        <translation>उसकी बिक्री पर कॉस्ट सेंटर</translation>
    </message>
    <message>
        <source>Name the tax as its ledger in Tally, or CGST, SGST, IGST or Cess.</source>
        <translation>कर का नाम वही रखें जो Tally में उसके लेजर का है, या CGST, SGST, IGST या Cess।</translation>
    </message>
    <message>
        <source>bills that it is set off against</source>
        <translation>वे बिल जिनके सामने इसे चुकाया गया है</translation>
    </message>
    <message>
        <source>lines that are due on different days</source>
        <translation>अलग-अलग दिन देय पंक्तियाँ</translation>
    </message>
    <message>
        <source>A sales order needs a number. Nothing was sent.</source>
        <translation>बिक्री ऑर्डर में नंबर चाहिए। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Fill in its number.</source>
        <translation>उसका नंबर भरें।</translation>
    </message>
    <message>
        <source>cost centres</source>
        <translation>कॉस्ट सेंटर</translation>
    </message>
    <message>
        <source>several batches or godowns</source>
        <translation>कई बैच या गोदाम</translation>
    </message>
    <message>
        <source>several sales ledgers</source>
        <translation>कई बिक्री लेजर</translation>
    </message>
    <message>
        <source>several bills</source>
        <translation>कई बिल</translation>
    </message>
    <message>
        <source>several bank details</source>
        <translation>बैंक के कई ब्योरे</translation>
    </message>
    <message>
        <source>additional expenses</source>
        <translation>अतिरिक्त खर्च</translation>
    </message>
    <message>
        <source>a delivery note</source>
        <translation>एक डिलीवरी नोट</translation>
    </message>
    <message>
        <source>another actual than billed quantity</source>
        <translation>बिल की मात्रा से अलग वास्तविक मात्रा</translation>
    </message>
    <message>
        <source>Make this change in Tally; SalesMate Sync takes it over with the next sync.</source>
        <translation>यह बदलाव Tally में करें; SalesMate Sync उसे अगले सिंक में ले लेगा।</translation>
    </message>
    <message>
        <source>amounts in foreign currency</source>
        <translation>विदेशी मुद्रा में रकम</translation>
    </message>
    <message>
        <source>Make this change in Tally, or give it a number there and send it again.</source>
        <translation>यह बदलाव Tally में करें, या वहाँ उसे नंबर दें और इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>Make this change in Tally, or give one of them another number there and send it again.</source>
        <translation>यह बदलाव Tally में करें, या वहाँ उनमें से एक को दूसरा नंबर दें और इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>without a number</source>
        <translation>बिना नंबर</translation>
    </message>
    <message>
        <source>There is nothing to do in Tally.</source>
        <translation>Tally में कुछ करने की ज़रूरत नहीं है।</translation>
    </message>
    <message>
        <source>It was in Tally already, under our key; nothing was sent</source>
        <translation>वह हमारी कुंजी के साथ Tally में पहले से था; कुछ नहीं भेजा गया</translation>
    </message>
    <message>
        <source>sales order</source>
        <translation>बिक्री ऑर्डर</translation>
    </message>
    <message>
        <source>sales invoice with goods</source>
        <translation>माल वाला बिक्री बिल</translation>
    </message>
    <message>
        <source>Or choose the godown in the connection's settings.</source>
        <translation>या कनेक्शन की सेटिंग में गोदाम चुनें।</translation>
    </message>
    <message>
        <source>Zoho could not prepare the file with all records.</source>
        <translation>Zoho सभी रिकॉर्ड वाली फ़ाइल तैयार नहीं कर सका।</translation>
    </message>
    <message>
        <source>The next sync asks for it once more.</source>
        <translation>अगला सिंक उसे एक बार फिर माँगेगा।</translation>
    </message>
    <message>
        <source>Zoho has been preparing the file with all records for an hour.</source>
        <translation>Zoho एक घंटे से सभी रिकॉर्ड वाली फ़ाइल तैयार कर रहा है।</translation>
    </message>
    <message>
        <source>The next sync goes on waiting for it.</source>
        <translation>अगला सिंक उसका इंतज़ार जारी रखेगा।</translation>
    </message>
    <message>
        <source>Zoho is preparing a file with all records …</source>
        <translation>Zoho सभी रिकॉर्ड वाली फ़ाइल तैयार कर रहा है …</translation>
    </message>
    <message>
        <source>The file with all records that Zoho sent can't be read; what was read of it before stays.</source>
        <translation>Zoho की भेजी सभी रिकॉर्ड वाली फ़ाइल पढ़ी नहीं जा सकी; उसमें से पहले जो पढ़ा गया वह बना रहता है।</translation>
    </message>
    <message>
        <source>United States (zoho.com)</source>
        <translation>अमेरिका (zoho.com)</translation>
    </message>
    <message>
        <source>India (zoho.in)</source>
        <translation>भारत (zoho.in)</translation>
    </message>
    <message>
        <source>Europe (zoho.eu)</source>
        <translation>यूरोप (zoho.eu)</translation>
    </message>
    <message>
        <source>Australia (zoho.com.au)</source>
        <translation>ऑस्ट्रेलिया (zoho.com.au)</translation>
    </message>
    <message>
        <source>Japan (zoho.jp)</source>
        <translation>जापान (zoho.jp)</translation>
    </message>
    <message>
        <source>China (zoho.com.cn)</source>
        <translation>चीन (zoho.com.cn)</translation>
    </message>
    <message>
        <source>Canada (zohocloud.ca)</source>
        <translation>कनाडा (zohocloud.ca)</translation>
    </message>
    <message>
        <source>Saudi Arabia (zoho.sa)</source>
        <translation>सऊदी अरब (zoho.sa)</translation>
    </message>
    <message>
        <source>Zoho needs a sign-in.</source>
        <translation>Zoho के लिए साइन-इन चाहिए।</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>सूची मूल्य</translation>
    </message>
    <message>
        <source>Discount (%)</source>
        <translation>छूट (%)</translation>
    </message>
    <message>
        <source>Amount before taxes</source>
        <translation>कर से पहले रकम</translation>
    </message>
    <message>
        <source>Sign in as a user of the other organisation, or make a connection of its own for this one.</source>
        <translation>दूसरे संगठन के उपयोगकर्ता के रूप में साइन इन करें, या इसके लिए अलग कनेक्शन बनाएँ।</translation>
    </message>
    <message>
        <source>Let it go on only if these are the same records under a new number; else sign in to the old one.</source>
        <translation>तभी आगे बढ़ने दें जब ये नए नंबर के साथ वही रिकॉर्ड हों; नहीं तो पुराने संगठन में साइन इन करें।</translation>
    </message>
    <message>
        <source>Taxes of all lines</source>
        <translation>सभी पंक्तियों के कर</translation>
    </message>
    <message>
        <source>Total of all taxes</source>
        <translation>सभी करों का योग</translation>
    </message>
    <message>
        <source>Order date (the day it was made in Zoho)</source>
        <translation>ऑर्डर की तारीख (जिस दिन वह Zoho में बना)</translation>
    </message>
    <message>
        <source>Zoho knows the login.</source>
        <translation>Zoho लॉगिन को पहचानता है।</translation>
    </message>
    <message>
        <source>one record, too</source>
        <translation>एक रिकॉर्ड भी</translation>
    </message>
    <message>
        <source>it has no records yet</source>
        <translation>उसमें अभी कोई रिकॉर्ड नहीं है</translation>
    </message>
    <message>
        <source>Choose the data centre of your Zoho account in the connection's settings (the ending of its address in the browser), set its address back to the usual one, then connect it again.</source>
        <translation>कनेक्शन की सेटिंग में अपने Zoho खाते का डेटा सेंटर चुनें (ब्राउज़र में उसके पते का अंतिम भाग), कनेक्शन का पता फिर सामान्य पर करें, फिर उसे दोबारा जोड़ें।</translation>
    </message>
    <message>
        <source>Look at the address for signing in in the connection's settings. If your data centre is one that we don't know, enter this address there yourself as that of the connection.</source>
        <translation>कनेक्शन की सेटिंग में साइन-इन का पता देखें। अगर आपका डेटा सेंटर ऐसा है जिसे हम नहीं जानते, तो यह पता खुद वहाँ कनेक्शन के पते के रूप में भरें।</translation>
    </message>
    <message>
        <source>it does not say which.</source>
        <translation>वह नहीं बताता कि कौन सी।</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>a percentage</source>
        <translation>प्रतिशत</translation>
    </message>
    <message>
        <source>a day and time</source>
        <translation>दिन और समय</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>ई-मेल पता</translation>
    </message>
    <message>
        <source>a phone number (digits, spaces and + - ( ) only)</source>
        <translation>फ़ोन नंबर (केवल अंक, खाली जगह और + - ( ))</translation>
    </message>
    <message>
        <source>a web address</source>
        <translation>वेब पता</translation>
    </message>
    <message>
        <source>another record</source>
        <translation>दूसरा रिकॉर्ड</translation>
    </message>
    <message>
        <source>Look under Setup &gt; Modules and Fields in Zoho, then choose it here.</source>
        <translation>Zoho में Setup &gt; Modules and Fields देखें, फिर उसे यहाँ चुनें।</translation>
    </message>
    <message>
        <source>Tick “Do not allow duplicate values” for it in Zoho (Setup &gt; Modules and Fields), or give another name.</source>
        <translation>Zoho में (Setup &gt; Modules and Fields) उसके लिए “Do not allow duplicate values” पर निशान लगाएँ, या दूसरा नाम दें।</translation>
    </message>
    <message>
        <source>Your edition of Zoho may have no room for another unique field, or the user who signed in may not change Zoho's setup. Have an administrator make a text field there with “Do not allow duplicate values”, or go on without it (untick “Keep our own number in a field of Zoho” under Connections &gt; Sync settings): records are then told apart by their usual fields (e-mail, name).</source>
        <translation>शायद आपके Zoho संस्करण में एक और अनूठे फ़ील्ड की जगह नहीं है, या साइन इन करने वाला उपयोगकर्ता Zoho का सेटअप नहीं बदल सकता। किसी व्यवस्थापक से वहाँ “Do not allow duplicate values” वाला टेक्स्ट फ़ील्ड बनवाएँ, या उसके बिना आगे बढ़ें (कनेक्शन &gt; सिंक सेटिंग में “हमारा अपना नंबर Zoho के एक फ़ील्ड में रखें” से निशान हटाएँ): तब रिकॉर्ड अपने सामान्य फ़ील्ड (ई-मेल, नाम) से पहचाने जाते हैं।</translation>
    </message>
    <message>
        <source>Zoho's answer about its own setup is not what was asked for; nothing of it was used.</source>
        <translation>अपने Setup के बारे में Zoho का जवाब वह नहीं है जो माँगा गया था; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Sales Orders</source>
        <translation>बिक्री ऑर्डर</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts (कंपनियाँ)</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>लीड</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>कोटेशन</translation>
    </message>
    <message>
        <source>Somebody changed this record in Zoho in the meantime.</source>
        <translation>इस बीच किसी ने Zoho में यह रिकॉर्ड बदल दिया।</translation>
    </message>
    <message>
        <source>The record is not in Zoho (any more).</source>
        <translation>रिकॉर्ड (अब) Zoho में नहीं है।</translation>
    </message>
    <message>
        <source>It may be in Zoho's recycle bin.</source>
        <translation>हो सकता है वह Zoho के रीसायकल बिन में हो।</translation>
    </message>
    <message>
        <source>Zoho took the records but its answer doesn't say what became of each.</source>
        <translation>Zoho ने रिकॉर्ड ले लिए, पर उसका जवाब नहीं बताता कि हर एक का क्या हुआ।</translation>
    </message>
    <message>
        <source>The next sync looks at each of them.</source>
        <translation>अगला सिंक उनमें से हर एक को देखेगा।</translation>
    </message>
    <message>
        <source>Zoho says that there are more records, but not how to ask for them; none were left out silently.</source>
        <translation>Zoho कहता है कि और रिकॉर्ड हैं, पर यह नहीं बताता कि उन्हें कैसे माँगा जाए; कोई रिकॉर्ड चुपचाप नहीं छोड़ा गया।</translation>
    </message>
    <message>
        <source>Look at the record in Zoho and correct it there.</source>
        <translation>Zoho में रिकॉर्ड देखें और वहाँ ठीक करें।</translation>
    </message>
    <message>
        <source>Zoho's answer is not the list that was asked for; nothing of it was used.</source>
        <translation>Zoho का जवाब वह सूची नहीं है जो माँगी गई थी; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Zoho has just renewed the login, and does not accept it all the same. Nothing was read or written.</source>
        <translation>Zoho ने अभी लॉगिन नया किया है, फिर भी उसे स्वीकार नहीं करता। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays so, look whether the data centre in the connection's settings is that of your Zoho account.</source>
        <translation>अपने-आप फिर कोशिश होगी। ऐसा ही रहे तो देखें कि कनेक्शन की सेटिंग में दिया डेटा सेंटर आपके Zoho खाते का ही है।</translation>
    </message>
    <message>
        <source>Zoho could not tell who is asking, also with a fresh login. Nothing was read or written.</source>
        <translation>नए लॉगिन से भी Zoho पहचान नहीं सका कि कौन पूछ रहा है। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays so, ask Zoho's administrator whether the user who signed in is still active.</source>
        <translation>अपने-आप फिर कोशिश होगी। ऐसा ही रहे तो Zoho के एडमिनिस्ट्रेटर से पूछें कि साइन इन करने वाला उपयोगकर्ता अब भी सक्रिय है या नहीं।</translation>
    </message>
    <message>
        <source>The sign-in did not give SalesMate Sync all the permissions that it needs in Zoho.</source>
        <translation>साइन-इन से SalesMate Sync को Zoho में वे सभी अनुमतियाँ नहीं मिलीं जो उसे चाहिए।</translation>
    </message>
    <message>
        <source>Empty “Permissions asked for” in the connection's settings, then connect it again and agree to everything on Zoho's page.</source>
        <translation>कनेक्शन की सेटिंग में “माँगी जाने वाली अनुमतियाँ” खाली करें, फिर उसे दोबारा जोड़ें और Zoho के पेज पर सब पर सहमति दें।</translation>
    </message>
    <message>
        <source>Have an administrator give that user's profile the permission in Zoho (Setup &gt; Security Control &gt; Profiles), or sign in as somebody who has it.</source>
        <translation>किसी एडमिनिस्ट्रेटर से Zoho में उस उपयोगकर्ता की प्रोफ़ाइल को अनुमति दिलवाएँ (Setup &gt; Security Control &gt; Profiles), या ऐसे व्यक्ति के रूप में साइन इन करें जिसके पास वह है।</translation>
    </message>
    <message>
        <source>Zoho denied this to the user who signed in.</source>
        <translation>Zoho ने साइन इन करने वाले उपयोगकर्ता को यह करने नहीं दिया।</translation>
    </message>
    <message>
        <source>Ask an administrator of Zoho to look at that user's role and profile.</source>
        <translation>Zoho के किसी एडमिनिस्ट्रेटर से उस उपयोगकर्ता की भूमिका और प्रोफ़ाइल देखने को कहें।</translation>
    </message>
    <message>
        <source>The user who signed in has no right to this record or module in Zoho.</source>
        <translation>साइन इन करने वाले उपयोगकर्ता को Zoho में इस रिकॉर्ड या मॉड्यूल का अधिकार नहीं है।</translation>
    </message>
    <message>
        <source>Ask an administrator of Zoho to share it with that user (Setup &gt; Security Control &gt; Data Sharing Settings).</source>
        <translation>Zoho के किसी एडमिनिस्ट्रेटर से इसे उस उपयोगकर्ता के साथ साझा करने को कहें (Setup &gt; Security Control &gt; Data Sharing Settings)।</translation>
    </message>
    <message>
        <source>Open that record in Zoho: link the two if they are the same, else change the value of one of them.</source>
        <translation>Zoho में वह रिकॉर्ड खोलें: दोनों एक हों तो उन्हें लिंक करें, नहीं तो उनमें से एक का मान बदलें।</translation>
    </message>
    <message>
        <source>Correct the value, or map another field to it.</source>
        <translation>मान ठीक करें, या दूसरा फ़ील्ड इससे लिंक करें।</translation>
    </message>
    <message>
        <source>Put each of them right, then sync again.</source>
        <translation>हर एक को ठीक करें, फिर सिंक करें।</translation>
    </message>
    <message>
        <source>Map the other field as well; its help in Zoho says which one it is.</source>
        <translation>दूसरा फ़ील्ड भी लिंक करें; Zoho में उसकी सहायता बताती है कि वह कौन सा है।</translation>
    </message>
    <message>
        <source>Look at the record's form in Zoho and map what is marked as needed there.</source>
        <translation>Zoho में रिकॉर्ड का फ़ॉर्म देखें और वहाँ जो ज़रूरी बताया गया है उसे लिंक करें।</translation>
    </message>
    <message>
        <source>Choose values that Zoho's own form offers together.</source>
        <translation>ऐसे मान चुनें जो Zoho का अपना फ़ॉर्म एक साथ देता है।</translation>
    </message>
    <message>
        <source>Choose another one, or add it to that layout in Zoho.</source>
        <translation>दूसरा चुनें, या इसे Zoho में उस लेआउट में जोड़ें।</translation>
    </message>
    <message>
        <source>Look at the field's mapping: it may need another kind of field.</source>
        <translation>फ़ील्ड का मेल देखें: शायद दूसरे प्रकार का फ़ील्ड चाहिए।</translation>
    </message>
    <message>
        <source>Look in Zoho whether the field or the record is locked by a rule, and take it out of the mapping if so.</source>
        <translation>Zoho में देखें कि फ़ील्ड या रिकॉर्ड किसी नियम से बंद तो नहीं है; हो तो उसे फ़ील्ड मेल से हटाएँ।</translation>
    </message>
    <message>
        <source>Somebody changed this record in Zoho in the meantime; our change was not written over it.</source>
        <translation>इस बीच किसी ने Zoho में यह रिकॉर्ड बदल दिया; उस पर हमारा बदलाव नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>The record is locked in Zoho.</source>
        <translation>रिकॉर्ड Zoho में बंद (locked) है।</translation>
    </message>
    <message>
        <source>Have it unlocked in Zoho, or wait until whatever locked it is done; it is sent again then.</source>
        <translation>Zoho में उसे खुलवाएँ, या जिसने उसे बंद किया है उसके पूरा होने तक रुकें; तब वह फिर भेजा जाएगा।</translation>
    </message>
    <message>
        <source>The record waits for its approval in Zoho and can't be changed before that.</source>
        <translation>रिकॉर्ड Zoho में मंज़ूरी का इंतज़ार कर रहा है और उससे पहले बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Have it approved or rejected in Zoho; our change is sent again then.</source>
        <translation>Zoho में उसे मंज़ूर या नामंज़ूर करवाएँ; तब हमारा बदलाव फिर भेजा जाएगा।</translation>
    </message>
    <message>
        <source>The record goes through a blueprint in Zoho, which decides alone what may be changed.</source>
        <translation>रिकॉर्ड Zoho में एक ब्लूप्रिंट से गुज़र रहा है; क्या बदला जा सकता है, यह वही तय करता है।</translation>
    </message>
    <message>
        <source>Take it to its next step in Zoho, or take the field out of the mapping.</source>
        <translation>Zoho में उसे अगले चरण पर ले जाएँ, या फ़ील्ड को फ़ील्ड मेल से हटाएँ।</translation>
    </message>
    <message>
        <source>This lead was converted in Zoho and can't be changed any more.</source>
        <translation>यह लीड Zoho में बदली (convert) जा चुकी है और अब बदली नहीं जा सकती।</translation>
    </message>
    <message>
        <source>Work with the contact, account or deal that it became.</source>
        <translation>वह जिस संपर्क, खाते या सौदे में बदली, उसी पर काम करें।</translation>
    </message>
    <message>
        <source>Zoho does not let this record be deleted: others depend on it.</source>
        <translation>Zoho इस रिकॉर्ड को हटाने नहीं देता: दूसरे रिकॉर्ड इस पर टिके हैं।</translation>
    </message>
    <message>
        <source>Delete or change those in Zoho first.</source>
        <translation>पहले Zoho में उन्हें हटाएँ या बदलें।</translation>
    </message>
    <message>
        <source>More than one thing in Zoho fits what was sent, and Zoho would not choose.</source>
        <translation>जो भेजा गया उससे Zoho में एक से ज़्यादा चीज़ें मेल खाती हैं, और Zoho ने चुनने से मना किया।</translation>
    </message>
    <message>
        <source>Look in Zoho for records that are there twice and merge them; then sync again.</source>
        <translation>Zoho में दो बार मौजूद रिकॉर्ड खोजें और उन्हें मिला दें; फिर सिंक करें।</translation>
    </message>
    <message>
        <source>What was asked for is not in Zoho (any more).</source>
        <translation>जो माँगा गया वह (अब) Zoho में नहीं है।</translation>
    </message>
    <message>
        <source>Look whether it was deleted in Zoho.</source>
        <translation>देखें कि उसे Zoho में हटाया तो नहीं गया।</translation>
    </message>
    <message>
        <source>This Zoho does not have the module, or it is switched off there.</source>
        <translation>इस Zoho में यह मॉड्यूल नहीं है, या वहाँ बंद है।</translation>
    </message>
    <message>
        <source>Look under Setup &gt; Modules and Fields in Zoho, and at the edition of Zoho CRM: the small ones have no orders and invoices.</source>
        <translation>Zoho में Setup &gt; Modules and Fields देखें, और Zoho CRM का संस्करण (edition) भी: छोटे संस्करणों में ऑर्डर और बिल नहीं होते।</translation>
    </message>
    <message>
        <source>Zoho knows no such address.</source>
        <translation>Zoho ऐसा कोई पता नहीं जानता।</translation>
    </message>
    <message>
        <source>Look at the connection's address: it ends with /crm/v8.</source>
        <translation>कनेक्शन का पता देखें: उसके अंत में /crm/v8 होता है।</translation>
    </message>
    <message>
        <source>Zoho does not take this kind of call at that address.</source>
        <translation>Zoho उस पते पर इस तरह का अनुरोध नहीं लेता।</translation>
    </message>
    <message>
        <source>Look at the connection's address; it must be that of Zoho's API itself.</source>
        <translation>कनेक्शन का पता देखें; वह Zoho के API का ही पता होना चाहिए।</translation>
    </message>
    <message>
        <source>Zoho could not read the question and answered nothing.</source>
        <translation>Zoho सवाल नहीं पढ़ सका और उसने कोई जवाब नहीं दिया।</translation>
    </message>
    <message>
        <source>Zoho does not offer this for the module.</source>
        <translation>Zoho इस मॉड्यूल के लिए यह नहीं देता।</translation>
    </message>
    <message>
        <source>Take the module out of the sync, or ask Zoho whether your edition has it.</source>
        <translation>मॉड्यूल को सिंक से हटाएँ, या Zoho से पूछें कि आपके संस्करण (edition) में यह है या नहीं।</translation>
    </message>
    <message>
        <source>Zoho does not let programs reach this module.</source>
        <translation>Zoho प्रोग्रामों को इस मॉड्यूल तक नहीं पहुँचने देता।</translation>
    </message>
    <message>
        <source>Take the module out of the sync.</source>
        <translation>मॉड्यूल को सिंक से हटाएँ।</translation>
    </message>
    <message>
        <source>A feature of Zoho that is needed for this is switched off.</source>
        <translation>इसके लिए ज़रूरी Zoho की एक सुविधा बंद है।</translation>
    </message>
    <message>
        <source>Switch it on in Zoho's setup.</source>
        <translation>उसे Zoho के Setup में चालू करें।</translation>
    </message>
    <message>
        <source>Your edition of Zoho does not have what is needed for this.</source>
        <translation>इसके लिए जो चाहिए वह आपके Zoho के संस्करण (edition) में नहीं है।</translation>
    </message>
    <message>
        <source>Do without it, or ask Zoho.</source>
        <translation>इसके बिना काम चलाएँ, या Zoho से पूछें।</translation>
    </message>
    <message>
        <source>Your Zoho licence has no room for this.</source>
        <translation>आपके Zoho लाइसेंस में इसके लिए जगह नहीं है।</translation>
    </message>
    <message>
        <source>Ask Zoho, or whoever looks after the licence.</source>
        <translation>Zoho से, या लाइसेंस सँभालने वाले से पूछें।</translation>
    </message>
    <message>
        <source>Zoho has reached the number of such things that it keeps.</source>
        <translation>Zoho ऐसी जितनी चीज़ें रखता है, उतनी हो चुकी हैं।</translation>
    </message>
    <message>
        <source>Delete in Zoho what is not needed.</source>
        <translation>Zoho में जो ज़रूरी नहीं है उसे हटाएँ।</translation>
    </message>
    <message>
        <source>Zoho has forgotten where this long read had stopped (after a day it does).</source>
        <translation>Zoho भूल गया है कि यह लंबा पढ़ना कहाँ रुका था (एक दिन बाद ऐसा होता है)।</translation>
    </message>
    <message>
        <source>It begins anew by itself.</source>
        <translation>यह अपने-आप नए सिरे से शुरू होता है।</translation>
    </message>
    <message>
        <source>A long read of Zoho can't be gone on with, because something about the question has changed.</source>
        <translation>Zoho का लंबा पढ़ना आगे नहीं बढ़ सकता, क्योंकि सवाल में कुछ बदल गया है।</translation>
    </message>
    <message>
        <source>It is read from its beginning by itself.</source>
        <translation>इसे अपने-आप शुरू से पढ़ा जाता है।</translation>
    </message>
    <message>
        <source>There are more than 100,000 records to be read, and Zoho lists no more.</source>
        <translation>पढ़ने के लिए 1,00,000 से ज़्यादा रिकॉर्ड हैं, और Zoho इससे ज़्यादा नहीं दिखाता।</translation>
    </message>
    <message>
        <source>They are read in another way by the next sync.</source>
        <translation>अगला सिंक उन्हें दूसरे तरीके से पढ़ेगा।</translation>
    </message>
    <message>
        <source>Zoho lists only the first 2,000 records page by page.</source>
        <translation>Zoho पन्ना-दर-पन्ना केवल पहले 2,000 रिकॉर्ड दिखाता है।</translation>
    </message>
    <message>
        <source>Zoho could not read a query.</source>
        <translation>Zoho एक क्वेरी नहीं पढ़ सका।</translation>
    </message>
    <message>
        <source>A field of it may have been deleted or renamed in Zoho: look at the mapping.</source>
        <translation>शायद उसका कोई फ़ील्ड Zoho में हटाया गया या उसका नाम बदला गया: फ़ील्ड मेल देखें।</translation>
    </message>
    <message>
        <source>Zoho does not know the watch that it was to tell us by.</source>
        <translation>Zoho उस निगरानी को नहीं जानता जिससे उसे हमें सूचना देनी थी।</translation>
    </message>
    <message>
        <source>A new one is made by itself.</source>
        <translation>नई अपने-आप बन जाती है।</translation>
    </message>
    <message>
        <source>Zoho was asked too often just then.</source>
        <translation>Zoho से अभी बहुत बार पूछा गया।</translation>
    </message>
    <message>
        <source>It is sent again by itself after a while.</source>
        <translation>यह थोड़ी देर बाद अपने-आप फिर भेजा जाएगा।</translation>
    </message>
    <message>
        <source>The calls that Zoho allows are used up for now.</source>
        <translation>Zoho जितनी कॉल की अनुमति देता है, वे अभी पूरी हो चुकी हैं।</translation>
    </message>
    <message>
        <source>It goes on by itself when there are new ones.</source>
        <translation>नई मिलने पर काम अपने-आप आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>Something went wrong inside Zoho.</source>
        <translation>Zoho के अंदर कुछ गड़बड़ हुई।</translation>
    </message>
    <message>
        <source>Zoho is out of service at the moment.</source>
        <translation>Zoho की सेवा अभी बंद है।</translation>
    </message>
    <message>
        <source>API console &gt; Self Client &gt; Generate Code</source>
        <translation>API console &gt; Self Client &gt; Generate Code</translation>
    </message>
    <message>
        <source>Is the data centre the one where these keys were made? Zoho knows them nowhere else.</source>
        <translation>क्या डेटा सेंटर वही है जहाँ ये कुंजियाँ बनी थीं? Zoho इन्हें और कहीं नहीं जानता।</translation>
    </message>
    <message>
        <source>Contacts (people)</source>
        <translation>Contacts (लोग)</translation>
    </message>
    <message>
        <source>Accounts (companies)</source>
        <translation>Accounts (कंपनियाँ)</translation>
    </message>
    <message>
        <source>Data centre</source>
        <translation>डेटा सेंटर</translation>
    </message>
    <message>
        <source>Where your Zoho account lies: the ending of its address in the browser (zoho.in, zoho.com, zoho.eu …).</source>
        <translation>आपका Zoho खाता कहाँ है: ब्राउज़र में उसके पते का अंतिम भाग (zoho.in, zoho.com, zoho.eu …)।</translation>
    </message>
    <message>
        <source>Made once in Zoho's API console: Add Client &gt; Server-based Applications, with the redirect address below.</source>
        <translation>Zoho के API console में एक बार बनाया जाता है: Add Client &gt; Server-based Applications, नीचे दिए वापसी के पते के साथ।</translation>
    </message>
    <message>
        <source>Enter exactly this in Zoho's console, as an authorised redirect address.</source>
        <translation>Zoho के कंसोल में ठीक यही पता भरें, Authorized Redirect URI के रूप में।</translation>
    </message>
    <message>
        <source>Edition of Zoho CRM</source>
        <translation>Zoho CRM का संस्करण (edition)</translation>
    </message>
    <message>
        <source>Enterprise or Zoho One</source>
        <translation>Enterprise या Zoho One</translation>
    </message>
    <message>
        <source>Says how many calls at a time and in a day Zoho allows. When in doubt leave the smallest.</source>
        <translation>बताता है कि Zoho एक साथ और एक दिन में कितने अनुरोध लेता है। पक्का न हो तो सबसे छोटा रहने दें।</translation>
    </message>
    <message>
        <source>Address for signing in</source>
        <translation>साइन-इन का पता</translation>
    </message>
    <message>
        <source>Filled in by the sign-in; only for data centres that are not in the list.</source>
        <translation>साइन-इन से भर जाता है; केवल उन डेटा सेंटर के लिए जो सूची में नहीं हैं।</translation>
    </message>
    <message>
        <source>Permissions asked for</source>
        <translation>माँगी जाने वाली अनुमतियाँ</translation>
    </message>
    <message>
        <source>Empty for those that SalesMate Sync needs. Separated by commas.</source>
        <translation>खाली छोड़ने पर वही जो SalesMate Sync को चाहिए। कॉमा से अलग करें।</translation>
    </message>
    <message>
        <source>Filled in when the organisation is chosen.</source>
        <translation>संगठन चुनने पर भर जाता है।</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>संगठन</translation>
    </message>
    <message>
        <source>is empty, and Zoho takes no record without it</source>
        <translation>खाली है, और Zoho इसके बिना कोई रिकॉर्ड नहीं लेता</translation>
    </message>
    <message>
        <source>holds lines, and Zoho has one value there</source>
        <translation>में पंक्तियाँ हैं, और Zoho में वहाँ एक ही मान होता है</translation>
    </message>
    <message>
        <source>is of a kind that can't be written to Zoho</source>
        <translation>ऐसे प्रकार का है जो Zoho में नहीं लिखा जा सकता</translation>
    </message>
    <message>
        <source>Map it in one direction only, from Zoho.</source>
        <translation>इसे एक ही दिशा में लिंक करें, सिर्फ़ Zoho से।</translation>
    </message>
    <message>
        <source>Look whether it is right.</source>
        <translation>देखें कि यह सही है या नहीं।</translation>
    </message>
    <message>
        <source>Enter both there.</source>
        <translation>वहाँ दोनों भरें।</translation>
    </message>
    <message>
        <source>Zoho's answer does not say whether it will tell us of changes.</source>
        <translation>Zoho के जवाब से पता नहीं चलता कि वह हमें बदलावों की सूचना देगा या नहीं।</translation>
    </message>
    <message>
        <source>It is asked again by itself. Until then the ordinary syncs find what changes.</source>
        <translation>उससे अपने-आप फिर पूछा जाएगा। तब तक साधारण सिंक बदलावों को ढूँढ लेते हैं।</translation>
    </message>
    <message>
        <source>Zoho does not take the address to which it is to send its events, or a module that it is to tell of.</source>
        <translation>Zoho वह पता नहीं मानता जिस पर उसे सूचनाएँ भेजनी हैं, या वह मॉड्यूल जिसकी सूचना देनी है।</translation>
    </message>
    <message>
        <source>Look at the webhook's public address: Zoho must reach it from the Internet, over https. Then register again.</source>
        <translation>वेबहुक का सार्वजनिक पता देखें: Zoho को इंटरनेट से https पर वहाँ पहुँचना चाहिए। फिर दोबारा दर्ज करें।</translation>
    </message>
    <message>
        <source>Somebody changed this record in Zoho in the meantime; it was not deleted.</source>
        <translation>इस बीच किसी ने Zoho में यह रिकॉर्ड बदल दिया; उसे हटाया नहीं गया।</translation>
    </message>
    <message>
        <source>Delete in Zoho what is there twice; the next sync looks again.</source>
        <translation>Zoho में जो दो बार है उसे हटाएँ; अगला सिंक फिर देखेगा।</translation>
    </message>
    <message>
        <source>Look for it in Zoho. A field for our id there (sync settings) rules this out.</source>
        <translation>उसे Zoho में खोजें। वहाँ हमारी id का फ़ील्ड (सिंक सेटिंग) हो तो ऐसा नहीं होगा।</translation>
    </message>
    <message>
        <source>Choose another name, or say that it may be replaced.</source>
        <translation>दूसरा नाम चुनें, या बताएँ कि इसे बदला जा सकता है।</translation>
    </message>
    <message>
        <source>Check the name and the permissions.</source>
        <translation>नाम और अनुमतियाँ जाँचें।</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>दूसरी फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>Choose a backup of SalesMate Sync.</source>
        <translation>SalesMate Sync का कोई बैकअप चुनें।</translation>
    </message>
    <message>
        <source>A backup is restored into a data folder, and --database-url names another place. Nothing was done.</source>
        <translation>बैकअप डेटा फ़ोल्डर में वापस लाया जाता है, पर --database-url किसी और जगह का नाम देता है। कुछ नहीं किया गया।</translation>
    </message>
    <message>
        <source>Leave --database-url out, or copy the file there yourself while no program uses it.</source>
        <translation>--database-url हटा दें, या जब कोई प्रोग्राम उसे काम में न ले रहा हो तब फ़ाइल खुद वहाँ कॉपी करें।</translation>
    </message>
    <message>
        <source>The records are on a database server. SalesMate Sync backs up and restores them only where they are a file; nothing was done.</source>
        <translation>रिकॉर्ड डेटाबेस सर्वर पर हैं। SalesMate Sync उनका बैकअप तभी लेता और वापस लाता है जब वे एक फ़ाइल में हों; कुछ नहीं किया गया।</translation>
    </message>
    <message>
        <source>Use the server's own tools: pg_dump makes a backup, pg_restore brings it back.</source>
        <translation>सर्वर के अपने साधन काम में लें: pg_dump बैकअप बनाता है, pg_restore उसे वापस लाता है।</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>दूसरी जगह चुनें।</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>कुछ जगह खाली करें, या दूसरी डिस्क चुनें।</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>दूसरा बैकअप चुनें।</translation>
    </message>
    <message>
        <source>This backup was made by a newer version of SalesMate Sync.</source>
        <translation>यह बैकअप SalesMate Sync के नए संस्करण से बना है।</translation>
    </message>
    <message>
        <source>Install the newest version, then restore it.</source>
        <translation>सबसे नया संस्करण लगाएँ, फिर इसे वापस लाएँ।</translation>
    </message>
    <message>
        <source>The database is in use; nothing was restored.</source>
        <translation>डेटाबेस काम में है; कुछ भी वापस नहीं लाया गया।</translation>
    </message>
    <message>
        <source>Close SalesMate Sync (also its tray icon and any `salesmate-sync serve`), then restore.</source>
        <translation>SalesMate Sync बंद करें (उसका ट्रे आइकन और चल रहा `salesmate-sync serve` भी), फिर बैकअप वापस लाएँ।</translation>
    </message>
    <message>
        <source>There is no such sync config. It may have been deleted.</source>
        <translation>ऐसी कोई सिंक सेटिंग नहीं है। हो सकता है वह हटा दी गई हो।</translation>
    </message>
    <message>
        <source>Somebody changed this mapping meanwhile; nothing was saved.</source>
        <translation>इस बीच किसी ने यह फ़ील्ड मेल बदल दिया; कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>Open it again to see it as it is now, then make your changes once more.</source>
        <translation>इसे फिर खोलकर देखें कि अब कैसी है, फिर अपने बदलाव दोबारा करें।</translation>
    </message>
    <message>
        <source>There is no such conflict.</source>
        <translation>ऐसा कोई टकराव नहीं है।</translation>
    </message>
    <message>
        <source>This conflict was already resolved.</source>
        <translation>इस टकराव पर फ़ैसला हो चुका है।</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>सूची फिर देखें।</translation>
    </message>
    <message>
        <source>There is no such connection. It may have been deleted.</source>
        <translation>ऐसा कोई कनेक्शन नहीं है। हो सकता है वह हटा दिया गया हो।</translation>
    </message>
    <message>
        <source>Leave --database-url out for SQLite in the data folder, or give postgresql://user@host/name.</source>
        <translation>डेटा फ़ोल्डर के SQLite के लिए --database-url हटा दें, या postgresql://user@host/name दें।</translation>
    </message>
    <message>
        <source>That is not the address of a database.</source>
        <translation>यह किसी डेटाबेस का पता नहीं है।</translation>
    </message>
    <message>
        <source>Start SalesMate Sync with another data folder.</source>
        <translation>SalesMate Sync को दूसरे डेटा फ़ोल्डर के साथ शुरू करें।</translation>
    </message>
    <message>
        <source>The database could not be brought to this version: records refer to others that are gone. It was left as it was.</source>
        <translation>डेटाबेस को इस संस्करण तक नहीं लाया जा सका: कुछ रिकॉर्ड ऐसे रिकॉर्डों की ओर इशारा करते हैं जो अब नहीं हैं। डेटाबेस जैसा था वैसा ही छोड़ा गया।</translation>
    </message>
    <message>
        <source>Send the diagnostics bundle to support; go on with the version used before.</source>
        <translation>जाँच की फ़ाइल सहायता को भेजें; तब तक पहले वाला संस्करण काम में लें।</translation>
    </message>
    <message>
        <source>SalesMate Sync is still working with the database.</source>
        <translation>SalesMate Sync अभी डेटाबेस पर काम कर रहा है।</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>एक मिनट रुकें, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>There is no such error. It may have been settled and cleared away.</source>
        <translation>ऐसी कोई त्रुटि नहीं है। हो सकता है वह सुलझ गई हो और हटा दी गई हो।</translation>
    </message>
    <message>
        <source>Close other copies of SalesMate Sync and programs that look into its database, then try again.</source>
        <translation>SalesMate Sync की दूसरी प्रतियाँ और उसके डेटाबेस को देखने वाले प्रोग्राम बंद करें, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Give your user write permission on the data folder, or start SalesMate Sync with another one.</source>
        <translation>अपने यूज़र को डेटा फ़ोल्डर में लिखने की अनुमति दें, या SalesMate Sync को दूसरे डेटा फ़ोल्डर के साथ शुरू करें।</translation>
    </message>
    <message>
        <source>Restore the newest backup (Settings, Backups); the damaged file is kept beside it.</source>
        <translation>सबसे नया बैकअप वापस लाएँ (सेटिंग, बैकअप); खराब फ़ाइल उसके पास ही रखी रहती है।</translation>
    </message>
    <message>
        <source>The disk that holds SalesMate Sync's database is full. What was saved before is kept.</source>
        <translation>जिस डिस्क पर SalesMate Sync का डेटाबेस है वह भर गई है। पहले जो सहेजा गया था वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>Free some space on that disk, then try again.</source>
        <translation>उस डिस्क में कुछ जगह खाली करें, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>SalesMate Sync's database is in use and did not become free in time. Nothing was changed.</source>
        <translation>SalesMate Sync का डेटाबेस काम में है और समय पर खाली नहीं हुआ। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>SalesMate Sync's database is busy with another task. Nothing was changed.</source>
        <translation>SalesMate Sync का डेटाबेस किसी और काम में व्यस्त है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>SalesMate Sync's database can be read but not written.</source>
        <translation>SalesMate Sync का डेटाबेस पढ़ा जा सकता है, पर उसमें लिखा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The system refuses access to SalesMate Sync's database.</source>
        <translation>सिस्टम SalesMate Sync के डेटाबेस तक पहुँचने नहीं देता।</translation>
    </message>
    <message>
        <source>SalesMate Sync's database could not be opened.</source>
        <translation>SalesMate Sync का डेटाबेस नहीं खुल सका।</translation>
    </message>
    <message>
        <source>See that the data folder exists and that your user may read and write it.</source>
        <translation>देखें कि डेटा फ़ोल्डर मौजूद है और आपका यूज़र उसे पढ़ और उसमें लिख सकता है।</translation>
    </message>
    <message>
        <source>SalesMate Sync's database is damaged. It was left as it is.</source>
        <translation>SalesMate Sync का डेटाबेस खराब है। वह जैसा है वैसा ही छोड़ा गया।</translation>
    </message>
    <message>
        <source>SalesMate Sync's database file is not a database any more. It was left as it is.</source>
        <translation>SalesMate Sync की डेटाबेस फ़ाइल अब डेटाबेस नहीं रही। वह जैसी है वैसी ही छोड़ी गई।</translation>
    </message>
    <message>
        <source>The disk that holds SalesMate Sync's database reported an error. What was saved before is kept.</source>
        <translation>जिस डिस्क पर SalesMate Sync का डेटाबेस है उसने त्रुटि बताई। पहले जो सहेजा गया था वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>Check the disk and its cable; the database belongs on a disk of this PC, not on a network share.</source>
        <translation>डिस्क और उसका केबल जाँचें; डेटाबेस इसी PC की डिस्क पर होना चाहिए, नेटवर्क पर नहीं।</translation>
    </message>
    <message>
        <source>Ask who runs the database server, then try again.</source>
        <translation>जो डेटाबेस सर्वर चलाते हैं उनसे पूछें, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The database server can't be reached. What was saved before is kept.</source>
        <translation>डेटाबेस सर्वर तक नहीं पहुँच सके। पहले जो सहेजा गया था वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>Check the network and that the database server runs, then try again.</source>
        <translation>नेटवर्क जाँचें और देखें कि डेटाबेस सर्वर चल रहा है, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The database server refuses this login.</source>
        <translation>डेटाबेस सर्वर यह लॉगिन नहीं मानता।</translation>
    </message>
    <message>
        <source>Check the user and password in --database-url, and that the server lets this PC in (pg_hba.conf).</source>
        <translation>--database-url में यूज़र और पासवर्ड जाँचें, और यह भी कि सर्वर इस PC को आने देता है (pg_hba.conf)।</translation>
    </message>
    <message>
        <source>The database server has no database of that name.</source>
        <translation>डेटाबेस सर्वर पर इस नाम का कोई डेटाबेस नहीं है।</translation>
    </message>
    <message>
        <source>Check the name in --database-url, or have the database made.</source>
        <translation>--database-url में नाम जाँचें, या डेटाबेस बनवाएँ।</translation>
    </message>
    <message>
        <source>The database server has no connection left for this program.</source>
        <translation>डेटाबेस सर्वर के पास इस प्रोग्राम के लिए कोई कनेक्शन खाली नहीं है।</translation>
    </message>
    <message>
        <source>The database server is starting or stopping just now.</source>
        <translation>डेटाबेस सर्वर अभी शुरू या बंद हो रहा है।</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>थोड़ी देर में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The database server reports that its files are damaged. Nothing was changed.</source>
        <translation>डेटाबेस सर्वर बताता है कि उसकी फ़ाइलें खराब हैं। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>Ask who runs the database server; SalesMate Sync may have to be restored from its backup.</source>
        <translation>जो डेटाबेस सर्वर चलाते हैं उनसे पूछें; शायद SalesMate Sync को उसके बैकअप से वापस लाना पड़े।</translation>
    </message>
    <message>
        <source>The database server's disk is full. What was saved before is kept.</source>
        <translation>डेटाबेस सर्वर की डिस्क भर गई है। पहले जो सहेजा गया था वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>Ask who runs the database server to free space, then try again.</source>
        <translation>जो डेटाबेस सर्वर चलाते हैं उनसे जगह खाली करने को कहें, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The database server accepts no changes at present.</source>
        <translation>डेटाबेस सर्वर अभी कोई बदलाव स्वीकार नहीं करता।</translation>
    </message>
    <message>
        <source>It may be a standby server: connect to the main one.</source>
        <translation>शायद यह एक अतिरिक्त (standby) सर्वर है: मुख्य सर्वर से जुड़ें।</translation>
    </message>
    <message>
        <source>This PC was away for too long in the middle of a change. Nothing of it was saved.</source>
        <translation>एक बदलाव के बीच यह PC बहुत देर तक दूर रहा। उसका कुछ भी नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>This login may not work with SalesMate Sync's tables.</source>
        <translation>इस लॉगिन को SalesMate Sync की तालिकाओं पर काम करने की अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>Have the database made for this user: CREATE DATABASE … OWNER ….</source>
        <translation>डेटाबेस इसी यूज़र के लिए बनवाएँ: CREATE DATABASE … OWNER …।</translation>
    </message>
    <message>
        <source>The database server stopped this step because it took too long.</source>
        <translation>डेटाबेस सर्वर ने यह काम रोक दिया क्योंकि इसमें बहुत समय लगा।</translation>
    </message>
    <message>
        <source>Another program changed the same rows at the same moment. Nothing was changed by this one.</source>
        <translation>ठीक उसी समय किसी और प्रोग्राम ने वही पंक्तियाँ बदलीं। इस प्रोग्राम ने कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>The database server has not enough room to work. Nothing was changed.</source>
        <translation>डेटाबेस सर्वर के पास काम करने की पर्याप्त जगह नहीं है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>The database server's disk reported an error. What was saved before is kept.</source>
        <translation>डेटाबेस सर्वर की डिस्क ने त्रुटि बताई। पहले जो सहेजा गया था वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>SalesMate Sync's database is busy with other tasks of this program. Nothing was changed.</source>
        <translation>SalesMate Sync का डेटाबेस इसी प्रोग्राम के दूसरे कामों में व्यस्त है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>This Idempotency-Key was used for another call. Nothing was done.</source>
        <translation>यह Idempotency-Key किसी और अनुरोध में काम आ चुकी है। कुछ नहीं किया गया।</translation>
    </message>
    <message>
        <source>Send a new key with every new call, and the same one only to repeat a call unchanged.</source>
        <translation>हर नए अनुरोध के साथ नई कुंजी भेजें; वही कुंजी सिर्फ़ बिना बदलाव के अनुरोध दोहराने के लिए।</translation>
    </message>
    <message>
        <source>Another process took over this connection; this run stopped before it saved anything more.</source>
        <translation>इस कनेक्शन को किसी और प्रोग्राम ने सँभाल लिया; यह सिंक कुछ और सहेजने से पहले रुक गया।</translation>
    </message>
    <message>
        <source>Look at the newest run of this connection.</source>
        <translation>इस कनेक्शन का सबसे नया सिंक देखें।</translation>
    </message>
    <message>
        <source>There is no such link.</source>
        <translation>ऐसा कोई लिंक नहीं है।</translation>
    </message>
    <message>
        <source>There is no such plan. Plans are kept for 30 days.</source>
        <translation>ऐसी कोई योजना नहीं है। योजनाएँ 30 दिन रखी जाती हैं।</translation>
    </message>
    <message>
        <source>Have it made with ENCODING 'UTF8' (TEMPLATE template0).</source>
        <translation>इसे ENCODING 'UTF8' (TEMPLATE template0) के साथ बनवाएँ।</translation>
    </message>
    <message>
        <source>Restore it first.</source>
        <translation>पहले इसे वापस लाएँ।</translation>
    </message>
    <message>
        <source>Somebody changed this record in between; your change was not made.</source>
        <translation>इस बीच किसी ने यह रिकॉर्ड बदल दिया; आपका बदलाव नहीं किया गया।</translation>
    </message>
    <message>
        <source>Look at it again, then repeat the change.</source>
        <translation>इसे फिर देखें, फिर बदलाव दोहराएँ।</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>इसे छोड़ दें।</translation>
    </message>
    <message>
        <source>'custom' must be an object with names and values.</source>
        <translation>'custom' नाम और मान वाला एक समूह होना चाहिए।</translation>
    </message>
    <message>
        <source>Write it with digits and a point, such as 1234.50.</source>
        <translation>इसे अंकों और बिंदु से लिखें, जैसे 1234.50।</translation>
    </message>
    <message>
        <source>Give the id instead.</source>
        <translation>इसकी जगह id दें।</translation>
    </message>
    <message>
        <source>'line_no' must be a whole number.</source>
        <translation>'line_no' पूर्ण संख्या होनी चाहिए।</translation>
    </message>
    <message>
        <source>Leave line_no out of a new line.</source>
        <translation>नई पंक्ति में line_no न दें।</translation>
    </message>
    <message>
        <source>The program was ended while this run was under way. What it had saved is kept.</source>
        <translation>यह सिंक चल ही रहा था कि प्रोग्राम बंद हो गया। जो सहेजा जा चुका था वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>Nothing to do: the next run goes on from there.</source>
        <translation>कुछ नहीं करना है: अगला सिंक वहीं से आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>There is no such run. Old ones are cleared away.</source>
        <translation>ऐसा कोई सिंक नहीं है। पुराने सिंक हटा दिए जाते हैं।</translation>
    </message>
    <message>
        <source>A newer run took the place of this one.</source>
        <translation>इसकी जगह एक नया सिंक आ गया।</translation>
    </message>
    <message>
        <source>The stored passwords can't be opened: this is not the key they were stored with.</source>
        <translation>सहेजे हुए पासवर्ड नहीं खुल सके: यह वह कुंजी नहीं है जिससे वे रखे गए थे।</translation>
    </message>
    <message>
        <source>On the PC where they were stored: salesmate-sync key export FILE. Then here: salesmate-sync key import FILE.</source>
        <translation>जिस PC पर वे रखे गए थे वहाँ: salesmate-sync key export FILE। फिर यहाँ: salesmate-sync key import FILE।</translation>
    </message>
    <message>
        <source>The master key is damaged.</source>
        <translation>मुख्य कुंजी खराब है।</translation>
    </message>
    <message>
        <source>Import it again from its backup.</source>
        <translation>उसे उसके बैकअप से फिर लाएँ।</translation>
    </message>
    <message>
        <source>There is no such template. It may have been deleted.</source>
        <translation>ऐसा कोई टेम्पलेट नहीं है। हो सकता है वह हटा दिया गया हो।</translation>
    </message>
    <message>
        <source>Look at it as it is now, then change it again.</source>
        <translation>देखें कि वह अब कैसा है, फिर दोबारा बदलें।</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>दूसरा नाम चुनें।</translation>
    </message>
    <message>
        <source>Choose another for them first.</source>
        <translation>पहले उनके लिए दूसरा चुनें।</translation>
    </message>
    <message>
        <source>This address belongs to no sign-in of this connection.</source>
        <translation>यह पता इस कनेक्शन के किसी साइन-इन का नहीं है।</translation>
    </message>
    <message>
        <source>This sign-in was completed already; its address is good for once.</source>
        <translation>यह साइन-इन पहले ही पूरा हो चुका है; इसका पता एक ही बार काम आता है।</translation>
    </message>
    <message>
        <source>This sign-in has taken more than 15 minutes, or this computer's clock was changed meanwhile.</source>
        <translation>इस साइन-इन में 15 मिनट से ज़्यादा लग गए, या इस बीच कंप्यूटर की घड़ी बदल गई।</translation>
    </message>
    <message>
        <source>There is no such event. It may have been cleared away.</source>
        <translation>ऐसी कोई सूचना नहीं है। हो सकता है वह हटा दी गई हो।</translation>
    </message>
    <message>
        <source>There is no such webhook. It may have been deleted.</source>
        <translation>ऐसा कोई वेबहुक नहीं है। हो सकता है वह हटा दिया गया हो।</translation>
    </message>
    <message>
        <source>The listener could not be started. The log has the details.</source>
        <translation>दूसरे प्रोग्रामों के लिए पहुँच चालू नहीं हो सकी। ब्योरा लॉग में है।</translation>
    </message>
    <message>
        <source>The certificate or its key can't be used.</source>
        <translation>प्रमाणपत्र या उसकी कुंजी काम में नहीं ली जा सकती।</translation>
    </message>
    <message>
        <source>The log says why.</source>
        <translation>कारण लॉग में है।</translation>
    </message>
    <message>
        <source>Ports go from 1 to 65535.</source>
        <translation>पोर्ट 1 से 65535 तक होते हैं।</translation>
    </message>
    <message>
        <source>may not be used by this user</source>
        <translation>को काम में लेने की इस उपयोगकर्ता को अनुमति नहीं है</translation>
    </message>
    <message>
        <source>Take another one with --port.</source>
        <translation>--port से दूसरा लें।</translation>
    </message>
    <message>
        <source>Use 127.0.0.1 for this machine alone.</source>
        <translation>केवल इस कंप्यूटर के लिए 127.0.0.1 लें।</translation>
    </message>
    <message>
        <source>a list of lines</source>
        <translation>पंक्तियों की सूची</translation>
    </message>
    <message>
        <source>A chain has at most 20 transforms.</source>
        <translation>रूपांतरों की शृंखला में ज़्यादा से ज़्यादा 20 रूपांतर हो सकते हैं।</translation>
    </message>
    <message>
        <source>Choose transforms whose types fit together.</source>
        <translation>ऐसे रूपांतर चुनें जिनके प्रकार एक-दूसरे से मेल खाएँ।</translation>
    </message>
    <message>
        <source>Let the link only come in if those are the other system's fields, and only go out if they are ours.</source>
        <translation>अगर वे दूसरे सिस्टम के फ़ील्ड हैं तो लिंक को सिर्फ़ आने दें; अगर हमारे हैं तो सिर्फ़ जाने दें।</translation>
    </message>
    <message>
        <source>Let the link go one way only, or choose a step that can be undone.</source>
        <translation>लिंक को सिर्फ़ एक दिशा में चलने दें, या ऐसा चरण चुनें जिसे पलटा जा सके।</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>टेक्स्ट नहीं है</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>संख्या नहीं है</translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation>तारीख नहीं है</translation>
    </message>
    <message>
        <source>is not a date (expected like 2026-08-01)</source>
        <translation>तारीख नहीं है (2026-08-01 की तरह चाहिए)</translation>
    </message>
    <message>
        <source>A link's settings are nested too deeply, or too large.</source>
        <translation>लिंक की सेटिंग बहुत गहराई तक एक-दूसरे में हैं, या बहुत बड़ी हैं।</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>मानों का समूह</translation>
    </message>
    <message>
        <source>a huge number</source>
        <translation>बहुत बड़ी संख्या</translation>
    </message>
    <message>
        <source>rounding is to between -12 and 12 places</source>
        <translation>राउंड -12 से 12 स्थानों तक ही हो सकता है</translation>
    </message>
    <message>
        <source>trim(text): without spaces too many</source>
        <translation>trim(text): फ़ालतू खाली जगह के बिना</translation>
    </message>
    <message>
        <source>len(text): how many letters</source>
        <translation>len(text): कितने अक्षर</translation>
    </message>
    <message>
        <source>coalesce(value, …): the first that holds something</source>
        <translation>coalesce(value, …): पहला जिसमें कुछ है</translation>
    </message>
    <message>
        <source>is_empty(text): there, but without a letter</source>
        <translation>is_empty(text): मौजूद है, पर एक भी अक्षर नहीं</translation>
    </message>
    <message>
        <source>divides by zero</source>
        <translation>शून्य से भाग देता है</translation>
    </message>
    <message>
        <source>leads to a number that is too large</source>
        <translation>से बहुत बड़ी संख्या बनती है</translation>
    </message>
    <message>
        <source>the formula is nested too deeply</source>
        <translation>फ़ॉर्मूला बहुत गहराई तक एक-दूसरे में है</translation>
    </message>
    <message>
        <source>the formula ends too early</source>
        <translation>फ़ॉर्मूला पूरा होने से पहले ही समाप्त हो जाता है</translation>
    </message>
    <message>
        <source>if() takes a condition and one or two values</source>
        <translation>if() में एक शर्त और एक या दो मान होते हैं</translation>
    </message>
    <message>
        <source>exists() takes the name of a field</source>
        <translation>exists() में फ़ील्ड का नाम दिया जाता है</translation>
    </message>
    <message>
        <source>this text has no end</source>
        <translation>यह टेक्स्ट कहीं समाप्त नहीं होता</translation>
    </message>
    <message>
        <source>Foreign Country</source>
        <translation>विदेश</translation>
    </message>
    <message>
        <source>Other Territory</source>
        <translation>अन्य क्षेत्र</translation>
    </message>
    <message>
        <source>is not a GSTIN: 15 capital letters and figures, the first two a state's code</source>
        <translation>GSTIN नहीं है: 15 बड़े अक्षर और अंक, पहले दो राज्य का कोड</translation>
    </message>
    <message>
        <source>is not a GSTIN: its last letter does not fit the others (a typing mistake?)</source>
        <translation>GSTIN नहीं है: इसका आख़िरी अक्षर बाकी से मेल नहीं खाता (लिखने में गलती?)</translation>
    </message>
    <message>
        <source>is not a single value</source>
        <translation>एक अकेला मान नहीं है</translation>
    </message>
    <message>
        <source>is not a list of lines</source>
        <translation>पंक्तियों की सूची नहीं है</translation>
    </message>
    <message>
        <source>See the list of fields, or use custom.&lt;name&gt; for a field of your own.</source>
        <translation>फ़ील्ड की सूची देखें, या अपने फ़ील्ड के लिए custom.&lt;name&gt; लिखें।</translation>
    </message>
    <message>
        <source>A field of a line is named with its list, like LINES[].AMOUNT.</source>
        <translation>पंक्ति का फ़ील्ड उसकी सूची के साथ लिखा जाता है, जैसे LINES[].AMOUNT।</translation>
    </message>
    <message>
        <source>A path looks like NAME, Address.City or LINES[].AMOUNT.</source>
        <translation>रास्ता NAME, Address.City या LINES[].AMOUNT जैसा होता है।</translation>
    </message>
    <message>
        <source>A default is a single value.</source>
        <translation>डिफ़ॉल्ट मान एक अकेला मान होता है।</translation>
    </message>
    <message>
        <source>Remove one of the two links.</source>
        <translation>दोनों में से एक लिंक हटाएँ।</translation>
    </message>
    <message>
        <source>Give them to the fields of its lines.</source>
        <translation>इन्हें उसकी पंक्तियों के फ़ील्ड पर लगाएँ।</translation>
    </message>
    <message>
        <source>Link a field of the record's own.</source>
        <translation>रिकॉर्ड के अपने किसी फ़ील्ड को लिंक करें।</translation>
    </message>
    <message>
        <source>These settings don't fit.</source>
        <translation>ये सेटिंग आपस में मेल नहीं खातीं।</translation>
    </message>
    <message>
        <source>It has no settings.</source>
        <translation>इसमें कोई सेटिंग नहीं है।</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>टेक्स्ट होना चाहिए</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>नहीं भरा है</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>पूर्ण संख्या होनी चाहिए</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>संख्या होनी चाहिए</translation>
    </message>
    <message>
        <source>must be an ordinary number</source>
        <translation>साधारण संख्या होनी चाहिए</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>true या false होना चाहिए</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>टेक्स्टों की सूची होनी चाहिए</translation>
    </message>
    <message>
        <source>A pattern may not look ahead or behind, nor refer back to what it found (RE2 patterns).</source>
        <translation>पैटर्न न आगे-पीछे झाँक सकता है, न अपनी पाई चीज़ का हवाला दे सकता है (RE2 पैटर्न)।</translation>
    </message>
    <message>
        <source>Write \\ for a backslash.</source>
        <translation>उल्टी तिरछी रेखा के लिए \\ लिखें।</translation>
    </message>
    <message>
        <source>Correct one of the two paths, or let one of the links only come in.</source>
        <translation>दोनों में से एक रास्ता ठीक करें, या किसी एक लिंक को सिर्फ़ आने दें।</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>एक अकेला मान</translation>
    </message>
    <message>
        <source>That template no longer exists.</source>
        <translation>वह टेम्पलेट अब नहीं है।</translation>
    </message>
    <message>
        <source>Choose another, or give the link steps of its own.</source>
        <translation>दूसरा चुनें, या लिंक को उसके अपने चरण दें।</translation>
    </message>
    <message>
        <source>This is not a list of steps.</source>
        <translation>यह चरणों की सूची नहीं है।</translation>
    </message>
    <message>
        <source>Give a list like [{"name": "trim"}].</source>
        <translation>ऐसी सूची दें: [{"name": "trim"}]।</translation>
    </message>
    <message>
        <source>This is not a value table.</source>
        <translation>यह मान तालिका नहीं है।</translation>
    </message>
    <message>
        <source>Give {"pairs": [["Gold", "A"]], "unmapped": "keep"}.</source>
        <translation>ऐसे दें: {"pairs": [["Gold", "A"]], "unmapped": "keep"}।</translation>
    </message>
    <message>
        <source>the sample values look like it</source>
        <translation>नमूने के मान इसके जैसे दिखते हैं</translation>
    </message>
    <message>
        <source>Keep one of the two lines.</source>
        <translation>दोनों में से एक पंक्ति रखें।</translation>
    </message>
    <message>
        <source>Values that are not in the table are to get the default, but there is none.</source>
        <translation>जो मान तालिका में नहीं हैं उन्हें डिफ़ॉल्ट मान मिलना है, पर वह दिया ही नहीं है।</translation>
    </message>
    <message>
        <source>Give the link a default value, or choose what else becomes of such values (unmapped: keep, null or error).</source>
        <translation>लिंक को डिफ़ॉल्ट मान दें, या चुनें कि ऐसे मानों का और क्या हो (unmapped: keep, null या error)।</translation>
    </message>
    <message>
        <source>is not in the value table</source>
        <translation>मान तालिका में नहीं है</translation>
    </message>
    <message>
        <source>last in the chain</source>
        <translation>शृंखला में सबसे आख़िर में</translation>
    </message>
    <message>
        <source>first in the chain of a link that only goes out</source>
        <translation>सिर्फ़ बाहर जाने वाले लिंक की शृंखला में सबसे पहले</translation>
    </message>
    <message>
        <source>The text holds no value.</source>
        <translation>टेक्स्ट में कोई मान नहीं है।</translation>
    </message>
    <message>
        <source>is not a number that can be worked with</source>
        <translation>ऐसी संख्या नहीं है जिसके साथ काम हो सके</translation>
    </message>
    <message>
        <source>is too large or has too many digits</source>
        <translation>बहुत बड़ी है या उसमें बहुत ज़्यादा अंक हैं</translation>
    </message>
    <message>
        <source>is a day that does not exist</source>
        <translation>ऐसा दिन है जो होता ही नहीं</translation>
    </message>
    <message>
        <source>A date format names day, month and year once each.</source>
        <translation>तारीख के रूप में दिन, महीना और वर्ष एक-एक बार आते हैं।</translation>
    </message>
    <message>
        <source>Multiplying by 0 leaves nothing.</source>
        <translation>0 से गुणा करने पर कुछ नहीं बचता।</translation>
    </message>
    <message>
        <source>indian writes 1,00,000, western 100,000.</source>
        <translation>indian से 1,00,000 लिखा जाता है, western से 100,000।</translation>
    </message>
    <message>
        <source>is not a state of India</source>
        <translation>भारत का राज्य नहीं है</translation>
    </message>
    <message>
        <source>is not a GST state code</source>
        <translation>GST राज्य कोड नहीं है</translation>
    </message>
    <message>
        <source>is not a telephone number</source>
        <translation>फ़ोन नंबर नहीं है</translation>
    </message>
    <message>
        <source>keep leaves it as it is.</source>
        <translation>keep उसे जैसा है वैसा छोड़ता है।</translation>
    </message>
    <message>
        <source>Parts are counted from 1.</source>
        <translation>भाग 1 से गिने जाते हैं।</translation>
    </message>
    <message>
        <source>would become too long</source>
        <translation>बहुत लंबा हो जाएगा</translation>
    </message>
    <message>
        <source>Letters are counted from 1.</source>
        <translation>अक्षर 1 से गिने जाते हैं।</translation>
    </message>
    <message>
        <source>A regular expression (RE2).</source>
        <translation>रेगुलर एक्सप्रेशन (RE2)।</translation>
    </message>
    <message>
        <source>\1 is the first group.</source>
        <translation>\1 पहला समूह है।</translation>
    </message>
    <message>
        <source>extract keeps only what the replacement names.</source>
        <translation>extract सिर्फ़ वही रखता है जो बदलने वाला टेक्स्ट बताता है।</translation>
    </message>
    <message>
        <source>is neither a word for yes nor for no</source>
        <translation>न हाँ का शब्द है, न नहीं का</translation>
    </message>
    <message>
        <source>holds nothing to send</source>
        <translation>में भेजने को कुछ नहीं है</translation>
    </message>
    <message>
        <source>does not lead to yes or no</source>
        <translation>से हाँ या नहीं नहीं बनता</translation>
    </message>
    <message>
        <source>Give the smallest or the largest, or both.</source>
        <translation>सबसे छोटा या सबसे बड़ा मान दें, या दोनों।</translation>
    </message>
    <message>
        <source>The largest is smaller than the smallest.</source>
        <translation>सबसे बड़ा मान सबसे छोटे से कम है।</translation>
    </message>
    <message>
        <source>does not look as it must</source>
        <translation>वैसा नहीं दिखता जैसा होना चाहिए</translation>
    </message>
    <message>
        <source>An expression (RE2) for the whole text.</source>
        <translation>पूरे टेक्स्ट के लिए एक एक्सप्रेशन (RE2)।</translation>
    </message>
    <message>
        <source>is not a PAN</source>
        <translation>PAN नहीं है</translation>
    </message>
    <message>
        <source>is not an e-mail address</source>
        <translation>ई-मेल पता नहीं है</translation>
    </message>
    <message>
        <source>is not a PIN code: six figures, the first not 0</source>
        <translation>पिन कोड नहीं है: छह अंक, पहला 0 नहीं</translation>
    </message>
    <message>
        <source>Stopped on request.</source>
        <translation>कहने पर रोका गया।</translation>
    </message>
    <message>
        <source>What was done so far is kept. Sync again to go on.</source>
        <translation>अब तक जो हुआ वह सुरक्षित है। जारी रखने के लिए फिर सिंक करें।</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>हर सेकंड</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>हर मिनट</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>हर घंटे</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>हर दिन</translation>
    </message>
    <message>
        <source>Nothing is waiting for this address.</source>
        <translation>इस पते पर किसी का इंतज़ार नहीं है।</translation>
    </message>
    <message>
        <source>It must be a PEM file, its own part first.</source>
        <translation>यह PEM फ़ाइल होनी चाहिए, जिसमें इसका अपना भाग पहले हो।</translation>
    </message>
    <message>
        <source>It must be a PEM file.</source>
        <translation>यह PEM फ़ाइल होनी चाहिए।</translation>
    </message>
    <message>
        <source>The certificate and the key do not belong together.</source>
        <translation>प्रमाणपत्र और कुंजी एक-दूसरे के नहीं हैं।</translation>
    </message>
    <message>
        <source>Give the two of one pair.</source>
        <translation>एक ही जोड़ी के दोनों दें।</translation>
    </message>
    <message>
        <source>Check its name and its permissions.</source>
        <translation>उसका नाम और अनुमतियाँ जाँचें।</translation>
    </message>
    <message>
        <source>Close it (also its tray icon), then try again.</source>
        <translation>उसे बंद करें (ट्रे आइकन भी), फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>it did not keep what it was given</source>
        <translation>उसने वह नहीं रखा जो उसे दिया गया था</translation>
    </message>
    <message>
        <source>This computer has no keyring that can keep the master key, so no password can be stored.</source>
        <translation>इस कंप्यूटर में ऐसा कीरिंग नहीं है जो मुख्य कुंजी रख सके, इसलिए कोई पासवर्ड सहेजा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>On Linux start a keyring (GNOME Keyring or KWallet) and log in again. On a machine without one start with --secrets file: the key is then kept in a file that only your user can read.</source>
        <translation>Linux पर कीरिंग (GNOME Keyring या KWallet) शुरू करें और फिर लॉगिन करें। जिस मशीन पर कीरिंग नहीं है वहाँ --secrets file के साथ शुरू करें: तब कुंजी ऐसी फ़ाइल में रहती है जिसे सिर्फ़ आपका यूज़र पढ़ सकता है।</translation>
    </message>
    <message>
        <source>Check its permissions, or import the key again.</source>
        <translation>उसकी अनुमतियाँ जाँचें, या कुंजी फिर लाएँ।</translation>
    </message>
    <message>
        <source>In the file's permissions, let nobody but your own user read or write it.</source>
        <translation>फ़ाइल की अनुमतियों में अपने यूज़र के अलावा किसी को उसे पढ़ने या उसमें लिखने न दें।</translation>
    </message>
    <message>
        <source>Choose another data folder.</source>
        <translation>दूसरा डेटा फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>Check the data folder's permissions.</source>
        <translation>डेटा फ़ोल्डर की अनुमतियाँ जाँचें।</translation>
    </message>
    <message>
        <source>The stored master key is damaged.</source>
        <translation>सहेजी हुई मुख्य कुंजी खराब है।</translation>
    </message>
    <message>
        <source>Import it again from its backup file.</source>
        <translation>उसे उसकी बैकअप फ़ाइल से फिर लाएँ।</translation>
    </message>
    <message>
        <source>This is not a key file of SalesMate Sync.</source>
        <translation>यह SalesMate Sync की कुंजी फ़ाइल नहीं है।</translation>
    </message>
    <message>
        <source>The passphrase does not open this key file.</source>
        <translation>यह पासफ़्रेज़ इस कुंजी फ़ाइल को नहीं खोलता।</translation>
    </message>
    <message>
        <source>Free some space, or choose another place.</source>
        <translation>कुछ जगह खाली करें, या दूसरी जगह चुनें।</translation>
    </message>
    <message>
        <source>Free some space on this disk, then open it again.</source>
        <translation>इस डिस्क में कुछ जगह खाली करें, फिर इसे दोबारा खोलें।</translation>
    </message>
    <message>
        <source>The passphrase does not open this moving file. Nothing was changed.</source>
        <translation>यह पासफ़्रेज़ इस ले जाने की फ़ाइल को नहीं खोलता। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>Type it as it was typed on the other PC. It can't be found out: without it make a new moving file there.</source>
        <translation>ठीक वैसे लिखें जैसे दूसरे PC पर लिखा गया था। उसे पता नहीं किया जा सकता: उसके बिना वहाँ नई ले जाने की फ़ाइल बनाएँ।</translation>
    </message>
    <message>
        <source>Free some space, then open it again.</source>
        <translation>कुछ जगह खाली करें, फिर इसे दोबारा खोलें।</translation>
    </message>
    <message>
        <source>This moving file is damaged, or was changed after it was made; nothing of it was used.</source>
        <translation>यह ले जाने की फ़ाइल खराब है, या बनने के बाद बदली गई; इसका कुछ भी काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Copy it again from the other PC, or make a new one there.</source>
        <translation>उसे दूसरे PC से फिर कॉपी करें, या वहाँ नई बनाएँ।</translation>
    </message>
    <message>
        <source>Choose the file that was made on the other PC, or copy it again.</source>
        <translation>जो फ़ाइल दूसरे PC पर बनी उसे चुनें, या उसे फिर कॉपी करें।</translation>
    </message>
    <message>
        <source>the last sync failed</source>
        <translation>पिछला सिंक विफल रहा</translation>
    </message>
    <message>
        <source>Every computer that reaches this address and has the access token can read and change SalesMate Sync's records.</source>
        <translation>इस पते तक पहुँचने वाला और पहुँच टोकन रखने वाला हर कंप्यूटर SalesMate Sync के रिकॉर्ड पढ़ और बदल सकता है।</translation>
    </message>
    <message>
        <source>every address</source>
        <translation>हर पते</translation>
    </message>
    <message>
        <source>Agree with --allow-network (or in the settings), or use 127.0.0.1 for this computer alone.</source>
        <translation>--allow-network से (या सेटिंग में) सहमति दें, या केवल इस कंप्यूटर के लिए 127.0.0.1 लें।</translation>
    </message>
    <message>
        <source>A certificate and its key go together.</source>
        <translation>प्रमाणपत्र और उसकी कुंजी साथ-साथ चाहिए।</translation>
    </message>
    <message>
        <source>Give both: --tls-cert and --tls-key.</source>
        <translation>दोनों दें: --tls-cert और --tls-key।</translation>
    </message>
    <message>
        <source>An address looks like https://host:port/path.</source>
        <translation>पता ऐसा होता है: https://host:port/path।</translation>
    </message>
    <message>
        <source>The address goes on after its path.</source>
        <translation>पते में पथ के बाद भी कुछ लिखा है।</translation>
    </message>
    <message>
        <source>Leave out all from the ? or # on: https://host:port/path.</source>
        <translation>? या # से आगे का सब हटा दें: https://host:port/path।</translation>
    </message>
    <message>
        <source>A user name or password can't stand in the address.</source>
        <translation>पते में उपयोगकर्ता का नाम या पासवर्ड नहीं हो सकता।</translation>
    </message>
    <message>
        <source>Give them in their own fields.</source>
        <translation>उन्हें उनके अपने खानों में दें।</translation>
    </message>
    <message>
        <source>Plain http would send the login unprotected over the network.</source>
        <translation>सादा http लॉगिन को नेटवर्क पर असुरक्षित भेजेगा।</translation>
    </message>
    <message>
        <source>Use https://, or set allow_plain_http in authConfig if this network is safe.</source>
        <translation>https:// लें, या अगर यह नेटवर्क सुरक्षित है तो authConfig में allow_plain_http रखें।</translation>
    </message>
    <message>
        <source>Paste the whole address that the browser shows after the sign-in.</source>
        <translation>साइन-इन के बाद ब्राउज़र जो पूरा पता दिखाता है, उसे यहाँ चिपकाएँ।</translation>
    </message>
    <message>
        <source>The client id is missing.</source>
        <translation>client id नहीं भरी गई है।</translation>
    </message>
    <message>
        <source>Its login is in the connection's settings.</source>
        <translation>उसका लॉगिन कनेक्शन की सेटिंग में है।</translation>
    </message>
    <message>
        <source>Something went wrong in SalesMate Sync.</source>
        <translation>SalesMate Sync में कुछ गड़बड़ हुई।</translation>
    </message>
    <message>
        <source>The log has the details.</source>
        <translation>ब्योरा लॉग में है।</translation>
    </message>
    <message>
        <source>Send redirectUri, or set redirect_uri in authConfig: one that is registered in the other system.</source>
        <translation>redirectUri भेजें, या authConfig में redirect_uri रखें: ऐसा पता जो दूसरे सिस्टम में पंजीकृत हो।</translation>
    </message>
    <message>
        <source>It is not said where the browser comes back to.</source>
        <translation>यह नहीं बताया गया कि ब्राउज़र किस पते पर लौटे।</translation>
    </message>
    <message>
        <source>That is not an address that a browser could come back to.</source>
        <translation>यह ऐसा पता नहीं है जिस पर ब्राउज़र लौट सके।</translation>
    </message>
    <message>
        <source>Use https://, or http://127.0.0.1 or http://localhost.</source>
        <translation>https:// लें, या http://127.0.0.1 या http://localhost।</translation>
    </message>
    <message>
        <source>Plain http would send the sign-in unprotected over the network.</source>
        <translation>सादा http साइन-इन को नेटवर्क पर असुरक्षित भेजेगा।</translation>
    </message>
    <message>
        <source>A port can't be 0.</source>
        <translation>पोर्ट 0 नहीं हो सकता।</translation>
    </message>
    <message>
        <source>That is too long for an address.</source>
        <translation>पते के लिए यह बहुत लंबा है।</translation>
    </message>
    <message>
        <source>Something stands twice in this address.</source>
        <translation>इस पते में कोई चीज़ दो बार है।</translation>
    </message>
    <message>
        <source>This is not the address that the browser came back to: it holds no code.</source>
        <translation>यह वह पता नहीं है जिस पर ब्राउज़र लौटा: इसमें कोई कोड नहीं है।</translation>
    </message>
    <message>
        <source>does not know one of the permissions that were asked for.</source>
        <translation>माँगी गई अनुमतियों में से एक को नहीं जानता।</translation>
    </message>
    <message>
        <source>does not let this client id sign in like this.</source>
        <translation>इस client id को इस तरह साइन इन नहीं करने देता।</translation>
    </message>
    <message>
        <source>does not know this client id.</source>
        <translation>इस client id को नहीं जानता।</translation>
    </message>
    <message>
        <source>had a fault of its own.</source>
        <translation>में अपनी कोई गड़बड़ी हुई।</translation>
    </message>
    <message>
        <source>can't sign anybody in just now.</source>
        <translation>अभी किसी को साइन इन नहीं करा सकता।</translation>
    </message>
    <message>
        <source>refused the sign-in.</source>
        <translation>ने साइन-इन अस्वीकार किया।</translation>
    </message>
    <message>
        <source>Begin the sign-in again, and open its page in a browser without add-ons.</source>
        <translation>साइन-इन फिर शुरू करें, और उसका पेज बिना ऐड-ऑन वाले ब्राउज़र में खोलें।</translation>
    </message>
    <message>
        <source>That sign-in is for other books than the ones that this connection serves. Nothing was stored.</source>
        <translation>वह साइन-इन उन बहियों का नहीं है जिनके लिए यह कनेक्शन है। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>Sign in to the same company again, or make a new connection for the other one.</source>
        <translation>उसी कंपनी में फिर साइन इन करें, या दूसरी के लिए नया कनेक्शन बनाएँ।</translation>
    </message>
    <message>
        <source>Close what uses it.</source>
        <translation>जो प्रोग्राम इसे काम में ले रहा है, उसे बंद करें।</translation>
    </message>
    <message>
        <source>A sync is running; nothing was done.</source>
        <translation>एक सिंक चल रहा है; कुछ नहीं किया गया।</translation>
    </message>
    <message>
        <source>Stop it or wait, then try again.</source>
        <translation>उसे रोकें या प्रतीक्षा करें, फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Name the module that holds them.</source>
        <translation>जिस मॉड्यूल में वे हैं, उसका नाम दें।</translation>
    </message>
    <message>
        <source>A config's entity type can't change.</source>
        <translation>सिंक सेटिंग में रिकॉर्ड का प्रकार नहीं बदला जा सकता।</translation>
    </message>
    <message>
        <source>Make a new config for it.</source>
        <translation>उसके लिए नई सिंक सेटिंग बनाएँ।</translation>
    </message>
    <message>
        <source>matchOn must be a list of field names.</source>
        <translation>matchOn फ़ील्ड के नामों की सूची होनी चाहिए।</translation>
    </message>
    <message>
        <source>fieldMappings must be a list.</source>
        <translation>fieldMappings एक सूची होनी चाहिए।</translation>
    </message>
    <message>
        <source>A field mapping must be an object.</source>
        <translation>फ़ील्ड मेल एक ऑब्जेक्ट होना चाहिए।</translation>
    </message>
    <message>
        <source>The default must be true or false.</source>
        <translation>डिफ़ॉल्ट मान true या false होना चाहिए।</translation>
    </message>
    <message>
        <source>The default must be a text.</source>
        <translation>डिफ़ॉल्ट मान टेक्स्ट होना चाहिए।</translation>
    </message>
    <message>
        <source>A config can't move to another connection.</source>
        <translation>सिंक सेटिंग दूसरे कनेक्शन पर नहीं ले जाई जा सकती।</translation>
    </message>
    <message>
        <source>connectionId is missing.</source>
        <translation>connectionId नहीं दी गई है।</translation>
    </message>
    <message>
        <source>Change that config instead, or switch it off first.</source>
        <translation>इसके बजाय वह सिंक सेटिंग बदलें, या पहले उसे बंद करें।</translation>
    </message>
    <message>
        <source>A connection's system can't change.</source>
        <translation>कनेक्शन का सिस्टम नहीं बदला जा सकता।</translation>
    </message>
    <message>
        <source>Make a new connection for the other system.</source>
        <translation>दूसरे सिस्टम के लिए नया कनेक्शन बनाएँ।</translation>
    </message>
    <message>
        <source>allow_plain_http must be true or false.</source>
        <translation>allow_plain_http का मान true या false होना चाहिए।</translation>
    </message>
    <message>
        <source>Choose that kind, or change “authentication” in the definition.</source>
        <translation>वह प्रकार चुनें, या परिभाषा में “authentication” बदलें।</translation>
    </message>
    <message>
        <source>There is nothing to choose for this connection.</source>
        <translation>इस कनेक्शन के लिए कुछ चुनना ज़रूरी नहीं है।</translation>
    </message>
    <message>
        <source>Take one that is offered.</source>
        <translation>जो दिए गए हैं, उनमें से एक लें।</translation>
    </message>
    <message>
        <source>Use that connection; two would bring every record in twice.</source>
        <translation>वही कनेक्शन काम में लें; दो कनेक्शन हर रिकॉर्ड दो बार लाएँगे।</translation>
    </message>
    <message>
        <source>That cursor is not one of ours.</source>
        <translation>सूची का यह चिह्न (cursor) यहाँ का नहीं है।</translation>
    </message>
    <message>
        <source>This version takes no definitions of systems.</source>
        <translation>यह संस्करण सिस्टमों की परिभाषाएँ नहीं लेता।</translation>
    </message>
    <message>
        <source>Sign in again before that day: syncs go on without a break then.</source>
        <translation>उस दिन से पहले फिर साइन इन करें: तब सिंक बिना रुके चलता रहेगा।</translation>
    </message>
    <message>
        <source>It was not used for long. Let it sync before that day, or sign in again.</source>
        <translation>यह लंबे समय से काम में नहीं आया। उस दिन से पहले इसे सिंक होने दें, या फिर साइन इन करें।</translation>
    </message>
    <message>
        <source>Look at Tally: if it is idle and shows no message, say so, and the sync goes on at once.</source>
        <translation>Tally देखें: वह खाली हो और कोई संदेश न दिखाए, तो यहाँ बताएँ; सिंक तुरंत आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>1 record waits for your decision</source>
        <translation>1 रिकॉर्ड आपके फ़ैसले का इंतज़ार कर रहा है</translation>
    </message>
    <message>
        <source>It was changed on both sides, or may be one you have already.</source>
        <translation>यह दोनों तरफ़ बदला गया, या शायद आपके पास पहले से है।</translation>
    </message>
    <message>
        <source>Each says why, and what to do.</source>
        <translation>हर एक बताता है कि क्यों, और क्या करना है।</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>पहुँच टोकन</translation>
    </message>
    <message>
        <source>Give your user write permission.</source>
        <translation>अपने उपयोगकर्ता को लिखने की अनुमति दें।</translation>
    </message>
    <message>
        <source>Free some space on this disk.</source>
        <translation>इस डिस्क पर कुछ जगह खाली करें।</translation>
    </message>
    <message>
        <source>Restore the newest backup.</source>
        <translation>सबसे नया बैकअप वापस लाएँ।</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation>फिर शुरू करें।</translation>
    </message>
    <message>
        <source>the system's keyring</source>
        <translation>सिस्टम का कीरिंग</translation>
    </message>
    <message>
        <source>a file of this user alone</source>
        <translation>केवल इस उपयोगकर्ता की एक फ़ाइल</translation>
    </message>
    <message>
        <source>There is none yet: it is made when the listener first starts.</source>
        <translation>अभी कोई टोकन नहीं है: वह तब बनता है जब दूसरे प्रोग्रामों के लिए पहुँच पहली बार चालू होती है।</translation>
    </message>
    <message>
        <source>In the file's permissions, let nobody but its owner read it.</source>
        <translation>फ़ाइल की अनुमतियों में केवल उसके मालिक को पढ़ने दें।</translation>
    </message>
    <message>
        <source>Check the data folder and its permissions.</source>
        <translation>डेटा फ़ोल्डर और उसकी अनुमतियाँ जाँचें।</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>डेटाबेस</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>पासवर्ड और कुंजियाँ</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>दूसरे प्रोग्रामों के लिए पहुँच</translation>
    </message>
    <message>
        <source>From 1 second to 31 days.</source>
        <translation>1 सेकंड से 31 दिन तक।</translation>
    </message>
    <message>
        <source>It appears when the next voucher is saved there; if it does not, see docs/webhooks-tally.md.</source>
        <translation>वहाँ अगला वाउचर सहेजने पर यह फ़ाइल दिखेगी; न दिखे तो docs/webhooks-tally.md देखें।</translation>
    </message>
    <message>
        <source>Syncs go on without it. Check the path and the rights of this program's user.</source>
        <translation>इसके बिना भी सिंक चलते रहते हैं। पथ और इस प्रोग्राम के उपयोगकर्ता के अधिकार जाँचें।</translation>
    </message>
    <message>
        <source>Choose one of the two.</source>
        <translation>दोनों में से एक चुनें।</translation>
    </message>
    <message>
        <source>A CSV file has one sheet.</source>
        <translation>CSV फ़ाइल में एक ही शीट होती है।</translation>
    </message>
    <message>
        <source>Choose Excel, or one row for each line.</source>
        <translation>Excel चुनें, या हर पंक्ति के लिए अलग कतार।</translation>
    </message>
    <message>
        <source>Choose another file or another sheet.</source>
        <translation>दूसरी फ़ाइल या दूसरी शीट चुनें।</translation>
    </message>
    <message>
        <source>No column is taken into a field.</source>
        <translation>कोई कॉलम किसी फ़ील्ड में नहीं लिया जा रहा।</translation>
    </message>
    <message>
        <source>Choose a field for one column at least.</source>
        <translation>कम से कम एक कॉलम के लिए फ़ील्ड चुनें।</translation>
    </message>
    <message>
        <source>Two columns are taken into the same field.</source>
        <translation>दो कॉलम एक ही फ़ील्ड में लिए जा रहे हैं।</translation>
    </message>
    <message>
        <source>Take one of them only.</source>
        <translation>उनमें से सिर्फ़ एक लें।</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>क्या गलत है</translation>
    </message>
    <message>
        <source>There is no such import.</source>
        <translation>ऐसा कोई आयात नहीं है।</translation>
    </message>
    <message>
        <source>Look at the preview again.</source>
        <translation>प्रीव्यू फिर देखें।</translation>
    </message>
    <message>
        <source>Choose the file again.</source>
        <translation>फ़ाइल फिर चुनें।</translation>
    </message>
    <message>
        <source>It is asked one thing at a time, without any limit.</source>
        <translation>इससे एक बार में एक ही बात पूछी जाती है, बिना किसी सीमा के।</translation>
    </message>
    <message>
        <source>A limit is a whole number from 1 on.</source>
        <translation>सीमा 1 या उससे बड़ी पूर्ण संख्या होती है।</translation>
    </message>
    <message>
        <source>Give it a certificate (serve --tls, or in the settings), or let this computer alone reach it.</source>
        <translation>इसे प्रमाणपत्र दें (serve --tls, या सेटिंग में), या केवल इस कंप्यूटर को पहुँचने दें।</translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation>प्रोग्राम फिर शुरू करें।</translation>
    </message>
    <message>
        <source>Make a new one (salesmate-sync certificate new, or in the settings), start again, and have the other programs trust it.</source>
        <translation>नया प्रमाणपत्र बनाएँ (salesmate-sync certificate new, या सेटिंग में), फिर शुरू करें, और दूसरे प्रोग्रामों से उस पर भरोसा करवाएँ।</translation>
    </message>
    <message>
        <source>Give the listener another port (serve --port, or in the settings).</source>
        <translation>दूसरा पोर्ट दें (serve --port, या सेटिंग में)।</translation>
    </message>
    <message>
        <source>Choose a field of the list, unless you know that it is there.</source>
        <translation>सूची में से कोई फ़ील्ड चुनें, जब तक आपको पता न हो कि यह वहाँ है।</translation>
    </message>
    <message>
        <source>this mapping only reads</source>
        <translation>यह फ़ील्ड मेल सिर्फ़ पढ़ता है</translation>
    </message>
    <message>
        <source>Turn the link round, or remove it.</source>
        <translation>लिंक की दिशा पलटें, या उसे हटाएँ।</translation>
    </message>
    <message>
        <source>Put a transform between them, or see in the preview that every value can be read.</source>
        <translation>उनके बीच रूपांतर लगाएँ, या प्रीव्यू में देखें कि हर मान पढ़ा जा सकता है।</translation>
    </message>
    <message>
        <source>Put a transform between them.</source>
        <translation>उनके बीच रूपांतर लगाएँ।</translation>
    </message>
    <message>
        <source>a choice</source>
        <translation>विकल्प</translation>
    </message>
    <message>
        <source>a reference</source>
        <translation>संदर्भ</translation>
    </message>
    <message>
        <source>Give each a line in the table.</source>
        <translation>हर एक के लिए तालिका में एक पंक्ति जोड़ें।</translation>
    </message>
    <message>
        <source>Correct these lines of the table.</source>
        <translation>तालिका की ये पंक्तियाँ ठीक करें।</translation>
    </message>
    <message>
        <source>They become empty.</source>
        <translation>वे खाली हो जाते हैं।</translation>
    </message>
    <message>
        <source>Records with them are not taken over, or not sent.</source>
        <translation>ऐसे मान वाले रिकॉर्ड न लिए जाते हैं, न भेजे जाते हैं।</translation>
    </message>
    <message>
        <source>They become the default.</source>
        <translation>वे डिफ़ॉल्ट मान बन जाते हैं।</translation>
    </message>
    <message>
        <source>Make one of the two links one way, or remove it.</source>
        <translation>दो लिंक में से एक को एक ही दिशा का करें, या उसे हटाएँ।</translation>
    </message>
    <message>
        <source>taken over as they should be</source>
        <translation>ठीक से लिया</translation>
    </message>
    <message>
        <source>Make the link one way, or choose transforms that can be reversed for these values.</source>
        <translation>लिंक एक ही दिशा में करें, या ऐसे रूपांतर चुनें जो इन मानों के लिए पलटे जा सकें।</translation>
    </message>
    <message>
        <source>the record tried</source>
        <translation>आज़माए गए रिकॉर्ड</translation>
    </message>
    <message>
        <source>Correct these records, or change the rule.</source>
        <translation>ये रिकॉर्ड ठीक करें, या नियम बदलें।</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 पंक्ति</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>उसका नाम जाँचें।</translation>
    </message>
    <message>
        <source>Check its disk and permissions.</source>
        <translation>उसकी डिस्क और अनुमतियाँ जाँचें।</translation>
    </message>
    <message>
        <source>There is no address to try.</source>
        <translation>आज़माने के लिए कोई पता नहीं है।</translation>
    </message>
    <message>
        <source>Type the address of a system: https://example.com.</source>
        <translation>किसी सिस्टम का पता लिखें: https://example.com।</translation>
    </message>
    <message>
        <source>A password needs the name of its user.</source>
        <translation>पासवर्ड के साथ उसके उपयोगकर्ता का नाम भी चाहिए।</translation>
    </message>
    <message>
        <source>It looks like https://example.com.</source>
        <translation>वह ऐसा होता है: https://example.com।</translation>
    </message>
    <message>
        <source>That is not the address of a proxy.</source>
        <translation>यह प्रॉक्सी का पता नहीं है।</translation>
    </message>
    <message>
        <source>It looks like http://proxy.office.example:8080.</source>
        <translation>वह ऐसा होता है: http://proxy.office.example:8080।</translation>
    </message>
    <message>
        <source>The proxy's address lacks its port.</source>
        <translation>प्रॉक्सी के पते में पोर्ट नहीं है।</translation>
    </message>
    <message>
        <source>another SalesMate Sync</source>
        <translation>दूसरा SalesMate Sync</translation>
    </message>
    <message>
        <source>Correct the value, or change the rule in that mapping.</source>
        <translation>मान ठीक करें, या उस फ़ील्ड मेल का नियम बदलें।</translation>
    </message>
    <message>
        <source>This record is not linked over that connection.</source>
        <translation>यह रिकॉर्ड उस कनेक्शन पर लिंक नहीं है।</translation>
    </message>
    <message>
        <source>The record is no longer in the connected system.</source>
        <translation>यह रिकॉर्ड अब जुड़े हुए सिस्टम में नहीं है।</translation>
    </message>
    <message>
        <source>Write it as 2026-04-01T09:30:00Z.</source>
        <translation>इसे 2026-04-01T09:30:00Z की तरह लिखें।</translation>
    </message>
    <message>
        <source>The history of records must be kept at least as long as the runs: a run is undone with it.</source>
        <translation>रिकॉर्ड का इतिहास कम से कम उतने समय रखना होगा जितने समय सिंक रखे जाते हैं: उसी से सिंक पूर्ववत होता है।</translation>
    </message>
    <message>
        <source>That config belongs to another connection.</source>
        <translation>वह सिंक सेटिंग दूसरे कनेक्शन की है।</translation>
    </message>
    <message>
        <source>Say what to sync: syncConfigId or connectionId.</source>
        <translation>बताएँ कि क्या सिंक करना है: syncConfigId या connectionId।</translation>
    </message>
    <message>
        <source>Switch it on again, then sync.</source>
        <translation>उसे फिर चालू करें, फिर सिंक करें।</translation>
    </message>
    <message>
        <source>Nothing is chosen to be synced over this connection.</source>
        <translation>इस कनेक्शन से सिंक करने को कुछ चुना नहीं गया है।</translation>
    </message>
    <message>
        <source>Choose what to sync in the connection's settings.</source>
        <translation>कनेक्शन की सेटिंग में चुनें कि क्या सिंक हो।</translation>
    </message>
    <message>
        <source>This run has ended.</source>
        <translation>यह सिंक समाप्त हो चुका है।</translation>
    </message>
    <message>
        <source>This run is under way in another process.</source>
        <translation>यह सिंक किसी दूसरे प्रोग्राम में चल रहा है।</translation>
    </message>
    <message>
        <source>Stop it there.</source>
        <translation>उसे वहीं रोकें।</translation>
    </message>
    <message>
        <source>This record has come through since.</source>
        <translation>यह रिकॉर्ड इस बीच ठीक हो गया है।</translation>
    </message>
    <message>
        <source>No record of this connection has failed.</source>
        <translation>इस कनेक्शन का कोई रिकॉर्ड विफल नहीं हुआ है।</translation>
    </message>
    <message>
        <source>That run left no plan.</source>
        <translation>उस सिंक ने कोई योजना नहीं छोड़ी।</translation>
    </message>
    <message>
        <source>Make one with a dry run.</source>
        <translation>परीक्षण चलाकर एक बनाएँ।</translation>
    </message>
    <message>
        <source>This plan can't be applied any more.</source>
        <translation>यह योजना अब लागू नहीं की जा सकती।</translation>
    </message>
    <message>
        <source>Make a new one.</source>
        <translation>नई बनाएँ।</translation>
    </message>
    <message>
        <source>Use an interval.</source>
        <translation>अंतराल काम में लें।</translation>
    </message>
    <message>
        <source>Weekdays go with times of day.</source>
        <translation>सप्ताह के दिनों के साथ समय भी देने होते हैं।</translation>
    </message>
    <message>
        <source>Add times: ["09:00"].</source>
        <translation>समय जोड़ें: ["09:00"]।</translation>
    </message>
    <message>
        <source>Quiet hours are set for the whole connection.</source>
        <translation>शांत घंटे पूरे कनेक्शन के लिए तय होते हैं।</translation>
    </message>
    <message>
        <source>Quiet hours have a start and an end.</source>
        <translation>शांत घंटों की शुरुआत और अंत दोनों होते हैं।</translation>
    </message>
    <message>
        <source>Quiet hours can't end when they start.</source>
        <translation>शांत घंटे जिस समय शुरू हों, उसी समय समाप्त नहीं हो सकते।</translation>
    </message>
    <message>
        <source>To stop all automatic syncs, pause them.</source>
        <translation>अपने-आप होने वाले सभी सिंक बंद करने के लिए उन्हें रोक कर रखें।</translation>
    </message>
    <message>
        <source>Write it as 09:00 or 18:30.</source>
        <translation>इसे 09:00 या 18:30 की तरह लिखें।</translation>
    </message>
    <message>
        <source>Write it as 2026-04-01.</source>
        <translation>इसे 2026-04-01 की तरह लिखें।</translation>
    </message>
    <message>
        <source>The connection is stored and will work as soon as a version that can is installed.</source>
        <translation>कनेक्शन सहेज लिया गया है और जैसे ही जुड़ सकने वाला संस्करण इंस्टॉल होगा, काम करेगा।</translation>
    </message>
    <message>
        <source>A template's definition must be an object.</source>
        <translation>टेम्पलेट की परिभाषा एक ऑब्जेक्ट होनी चाहिए।</translation>
    </message>
    <message>
        <source>A value of this template can't be stored.</source>
        <translation>इस टेम्पलेट का एक मान सहेजा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>A template can't refer to another one.</source>
        <translation>एक टेम्पलेट दूसरे टेम्पलेट का हवाला नहीं दे सकता।</translation>
    </message>
    <message>
        <source>Give it the steps themselves.</source>
        <translation>इसमें वे चरण ही दें।</translation>
    </message>
    <message>
        <source>This template holds nothing.</source>
        <translation>इस टेम्पलेट में कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Give it transforms, a value table or rules.</source>
        <translation>इसमें रूपांतर, मान तालिका या नियम दें।</translation>
    </message>
    <message>
        <source>No fields are linked: there is nothing to keep.</source>
        <translation>कोई फ़ील्ड लिंक नहीं है: रखने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Give it the field links of one kind of record or more.</source>
        <translation>इसमें कम से कम एक प्रकार के रिकॉर्ड के फ़ील्ड लिंक दें।</translation>
    </message>
    <message>
        <source>A mapping must be an object.</source>
        <translation>फ़ील्ड मेल एक ऑब्जेक्ट होना चाहिए।</translation>
    </message>
    <message>
        <source>Keep one of them, or name the module that each is for.</source>
        <translation>उनमें से एक रखें, या बताएँ कि हर एक किस मॉड्यूल के लिए है।</translation>
    </message>
    <message>
        <source>These are not exported templates.</source>
        <translation>ये एक्सपोर्ट किए हुए टेम्पलेट नहीं हैं।</translation>
    </message>
    <message>
        <source>Choose a file made by an export.</source>
        <translation>एक्सपोर्ट से बनी फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>Install the newest version of SalesMate Sync.</source>
        <translation>SalesMate Sync का सबसे नया संस्करण इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>The list of templates is missing.</source>
        <translation>टेम्पलेट की सूची नहीं है।</translation>
    </message>
    <message>
        <source>A template's kind can't change.</source>
        <translation>टेम्पलेट का प्रकार नहीं बदला जा सकता।</translation>
    </message>
    <message>
        <source>Make a new template.</source>
        <translation>नया टेम्पलेट बनाएँ।</translation>
    </message>
    <message>
        <source>This template has no such version.</source>
        <translation>इस टेम्पलेट का ऐसा कोई संस्करण नहीं है।</translation>
    </message>
    <message>
        <source>one kind of record</source>
        <translation>एक तरह के रिकॉर्ड</translation>
    </message>
    <message>
        <source>a whole connection</source>
        <translation>पूरा कनेक्शन</translation>
    </message>
    <message>
        <source>A template must be an object.</source>
        <translation>टेम्पलेट एक ऑब्जेक्ट होना चाहिए।</translation>
    </message>
    <message>
        <source>Choose what it syncs in the connection's settings.</source>
        <translation>कनेक्शन की सेटिंग में चुनें कि वह क्या सिंक करे।</translation>
    </message>
    <message>
        <source>Sync this connection: it asks about that. Compare again when it is answered.</source>
        <translation>यह कनेक्शन सिंक करें: वह इसके बारे में पूछेगा। जवाब देने के बाद फिर मिलाएँ।</translation>
    </message>
    <message>
        <source>Compare a report of it with the records here.</source>
        <translation>उसकी किसी रिपोर्ट को यहाँ के रिकॉर्ड से मिलाएँ।</translation>
    </message>
    <message>
        <source>Write it as 2026-04.</source>
        <translation>इसे 2026-04 की तरह लिखें।</translation>
    </message>
    <message>
        <source>The last month is before the first.</source>
        <translation>आख़िरी महीना पहले महीने से पहले का है।</translation>
    </message>
    <message>
        <source>Look at the address in the settings.</source>
        <translation>सेटिंग में पता देखें।</translation>
    </message>
    <message>
        <source>A newer SalesMate Sync</source>
        <translation>SalesMate Sync का नया संस्करण</translation>
    </message>
    <message>
        <source>It looks like https://office.example/salesmate-sync.json.</source>
        <translation>वह ऐसा होता है: https://office.example/salesmate-sync.json।</translation>
    </message>
    <message>
        <source>There is no address to ask.</source>
        <translation>पूछने के लिए कोई पता नहीं है।</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>पता https:// से शुरू होना चाहिए।</translation>
    </message>
    <message>
        <source>This way of proving events needs the secret that the sender signs with.</source>
        <translation>सूचनाओं को साबित करने के इस तरीके में वह गुप्त कुंजी चाहिए जिससे भेजने वाला हस्ताक्षर करता है।</translation>
    </message>
    <message>
        <source>A secret has 8 characters or more.</source>
        <translation>गुप्त कुंजी में 8 या उससे ज़्यादा अक्षर होते हैं।</translation>
    </message>
    <message>
        <source>That is not an address to which events can be sent.</source>
        <translation>यह ऐसा पता नहीं है जिस पर सूचनाएँ भेजी जा सकें।</translation>
    </message>
    <message>
        <source>That is not the name of a header.</source>
        <translation>यह किसी हेडर का नाम नहीं है।</translation>
    </message>
    <message>
        <source>This webhook is switched off.</source>
        <translation>यह वेबहुक बंद है।</translation>
    </message>
    <message>
        <source>The connection is switched off.</source>
        <translation>कनेक्शन बंद है।</translation>
    </message>
    <message>
        <source>Set its verification to “auto” over the API.</source>
        <translation>API से इसके प्रमाण का तरीका “auto” करें।</translation>
    </message>
    <message>
        <source>Have a tunnel or relay hand its calls on to this PC, and enter that one's https address as the webhook's public address.</source>
        <translation>किसी टनल या रिले से उसकी कॉल इस PC तक पहुँचवाएँ, और उसका https पता वेबहुक के सार्वजनिक पते में भरें।</translation>
    </message>
    <message>
        <source>The connection waits for a sign-in; after that it goes on by itself.</source>
        <translation>कनेक्शन साइन-इन का इंतज़ार कर रहा है; उसके बाद अपने-आप आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>This webhook is not subscribed to events of this kind.</source>
        <translation>इस वेबहुक को इस प्रकार की सूचनाएँ नहीं लेनी हैं।</translation>
    </message>
    <message>
        <source>It does not say of which kind the record is, and that</source>
        <translation>सूचना यह नहीं बताती कि रिकॉर्ड किस प्रकार का है, और वह</translation>
    </message>
    <message>
        <source>“How to set it up…” has the steps there.</source>
        <translation>वहाँ के चरण “कैसे लगाएँ…” में हैं।</translation>
    </message>
    <message>
        <source>It waits: this connection's automatic syncs are paused.</source>
        <translation>रुका है: इस कनेक्शन के अपने-आप होने वाले सिंक रोके हुए हैं।</translation>
    </message>
    <message>
        <source>It waits: automatic syncs are paused.</source>
        <translation>रुका है: अपने-आप होने वाले सिंक रोके हुए हैं।</translation>
    </message>
    <message>
        <source>It waits: a sync of this connection waits for your answer.</source>
        <translation>रुका है: इस कनेक्शन का एक सिंक आपके जवाब का इंतज़ार कर रहा है।</translation>
    </message>
    <message>
        <source>The other system has no such record, or not where we look for it.</source>
        <translation>दूसरे सिस्टम में ऐसा कोई रिकॉर्ड नहीं है, या वहाँ नहीं है जहाँ हम उसे देखते हैं।</translation>
    </message>
    <message>
        <source>The record is read; it waits for another one or for a write that is under way.</source>
        <translation>रिकॉर्ड पढ़ लिया गया है; वह किसी दूसरे रिकॉर्ड का या चल रहे लेखन के पूरा होने का इंतज़ार कर रहा है।</translation>
    </message>
    <message>
        <source>The record waits for your decision.</source>
        <translation>रिकॉर्ड आपके फ़ैसले का इंतज़ार कर रहा है।</translation>
    </message>
    <message>
        <source>The sync did not succeed.</source>
        <translation>सिंक सफल नहीं हुआ।</translation>
    </message>
    <message>
        <source>Nothing is synced of this kind of record any more.</source>
        <translation>इस तरह के रिकॉर्ड में से अब कुछ सिंक नहीं होता।</translation>
    </message>
    <message>
        <source>A webhook stays with its connection.</source>
        <translation>वेबहुक अपने कनेक्शन के साथ ही रहता है।</translation>
    </message>
    <message>
        <source>There is no such webhook.</source>
        <translation>ऐसा कोई वेबहुक नहीं है।</translation>
    </message>
    <message>
        <source>too long to be kept</source>
        <translation>रखने के लिए बहुत लंबा</translation>
    </message>
    <message>
        <source>Party (not a customer)</source>
        <translation>पार्टी (ग्राहक नहीं)</translation>
    </message>
    <message>
        <source>Open it in Excel and save it as an Excel workbook (.xlsx) or as CSV.</source>
        <translation>इसे Excel में खोलें और Excel वर्कबुक (.xlsx) या CSV के रूप में सहेजें।</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>इसे कई फ़ाइलों में बाँट दें।</translation>
    </message>
    <message>
        <source>Close it where it is open (Excel locks a file), then try again.</source>
        <translation>जहाँ खुली है वहाँ बंद करें (Excel फ़ाइल को रोके रखता है), फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Check the disk or the network drive.</source>
        <translation>डिस्क या नेटवर्क ड्राइव जाँचें।</translation>
    </message>
    <message>
        <source>a row that never ends</source>
        <translation>ऐसी पंक्ति जो समाप्त ही नहीं होती</translation>
    </message>
    <message>
        <source>Free some space or choose another disk.</source>
        <translation>कुछ जगह खाली करें या दूसरी डिस्क चुनें।</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>दूसरा फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>Close it where it is open (Excel locks a file), or choose another name or folder.</source>
        <translation>जहाँ खुली है वहाँ बंद करें (Excel फ़ाइल को रोके रखता है), या दूसरा नाम या फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>The next sync sees to it.</source>
        <translation>अगला सिंक इसे देख लेगा।</translation>
    </message>
    <message>
        <source>waits for what it refers to</source>
        <translation>उसका इंतज़ार है जिससे यह जुड़ता है</translation>
    </message>
    <message>
        <source>Correct the value here, or change the field's mapping.</source>
        <translation>यहाँ का मान ठीक करें, या फ़ील्ड मेल बदलें।</translation>
    </message>
    <message>
        <source>Fill it in; it is sent with the next sync.</source>
        <translation>इसे भर दें; अगले सिंक में भेज दिया जाएगा।</translation>
    </message>
    <message>
        <source>new here</source>
        <translation>यहाँ नया</translation>
    </message>
    <message>
        <source>changed here</source>
        <translation>यहाँ बदला</translation>
    </message>
    <message>
        <source>deleted here</source>
        <translation>यहाँ हटाया</translation>
    </message>
    <message>
        <source>Change it in the books of that time.</source>
        <translation>इसे उस समय की बही में बदलें।</translation>
    </message>
    <message>
        <source>Another run of this connection is under way.</source>
        <translation>इस कनेक्शन का एक और सिंक चल रहा है।</translation>
    </message>
    <message>
        <source>Look whether the right company is open. Approve only if they were really deleted.</source>
        <translation>देखें कि सही कंपनी खुली है या नहीं। तभी मंज़ूर करें जब वे सचमुच हटाए गए हों।</translation>
    </message>
    <message>
        <source>Approve if they were really deleted, reject to keep them and look.</source>
        <translation>सचमुच हटाए गए हों तो मंज़ूर करें, उन्हें रखने और देखने के लिए नामंज़ूर करें।</translation>
    </message>
    <message>
        <source>Approve if that is expected (a renamed group, a new price list), reject to look first.</source>
        <translation>ऐसा ही होना था (समूह का नया नाम, नई मूल्य सूची) तो मंज़ूर करें, पहले देखने के लिए नामंज़ूर करें।</translation>
    </message>
    <message>
        <source>Approve if they are to be deleted there too, reject to look first.</source>
        <translation>वहाँ भी हटाने हों तो मंज़ूर करें, पहले देखने के लिए नामंज़ूर करें।</translation>
    </message>
    <message>
        <source>Approve if that is expected (an import, a new price list), reject to look first.</source>
        <translation>ऐसा ही होना था (आयात, नई मूल्य सूची) तो मंज़ूर करें, पहले देखने के लिए नामंज़ूर करें।</translation>
    </message>
    <message>
        <source>Approve if they belong there, reject to look first.</source>
        <translation>वे वहीं के हैं तो मंज़ूर करें, पहले देखने के लिए नामंज़ूर करें।</translation>
    </message>
    <message>
        <source>our own key</source>
        <translation>हमारी अपनी कुंजी</translation>
    </message>
    <message>
        <source>changed in the connected system</source>
        <translation>जुड़े सिस्टम में बदला</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>दोनों तरफ़ बदला</translation>
    </message>
    <message>
        <source>new in the connected system</source>
        <translation>जुड़े सिस्टम में नया</translation>
    </message>
    <message>
        <source>the same record</source>
        <translation>वही रिकॉर्ड</translation>
    </message>
    <message>
        <source>The program is closing; no new sync is started.</source>
        <translation>प्रोग्राम बंद हो रहा है; कोई नया सिंक शुरू नहीं किया जाता।</translation>
    </message>
    <message>
        <source>This run does not wait for an answer.</source>
        <translation>यह सिंक किसी जवाब का इंतज़ार नहीं कर रहा।</translation>
    </message>
    <message>
        <source>Rejected. Nothing more was changed.</source>
        <translation>नामंज़ूर किया गया। आगे कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>The program was closed.</source>
        <translation>प्रोग्राम बंद कर दिया गया।</translation>
    </message>
    <message>
        <source>The program was closed before this run began.</source>
        <translation>यह सिंक शुरू होने से पहले ही प्रोग्राम बंद कर दिया गया।</translation>
    </message>
    <message>
        <source>The program made a mistake in this run. What was saved before it is kept.</source>
        <translation>इस सिंक में प्रोग्राम से गलती हुई। उससे पहले जो सहेजा गया वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>Sync again. If it happens again, send us a diagnostics bundle.</source>
        <translation>फिर सिंक करें। दोबारा हो तो हमें जाँच की फ़ाइल भेजें।</translation>
    </message>
    <message>
        <source>A sync broke off</source>
        <translation>एक सिंक बीच में टूट गया</translation>
    </message>
    <message>
        <source>the name is the same, nothing else is certain</source>
        <translation>नाम एक जैसा है, और कुछ पक्का नहीं है</translation>
    </message>
    <message>
        <source>Give one of them another name there.</source>
        <translation>वहाँ उनमें से एक को दूसरा नाम दें।</translation>
    </message>
    <message>
        <source>The next sync takes it over.</source>
        <translation>अगला सिंक इसे ले लेगा।</translation>
    </message>
    <message>
        <source>Correct the value in the connected system, or change the field's mapping.</source>
        <translation>जुड़े सिस्टम में मान ठीक करें, या फ़ील्ड मेल बदलें।</translation>
    </message>
    <message>
        <source>This record was changed here while the question was open. Nothing was done.</source>
        <translation>सवाल खुला रहते यह रिकॉर्ड यहाँ बदल गया। कुछ नहीं किया गया।</translation>
    </message>
    <message>
        <source>Look at the values as they are now, and decide again.</source>
        <translation>मान अब जैसे हैं वैसे देखें, फिर दोबारा फ़ैसला करें।</translation>
    </message>
    <message>
        <source>Correct the field's mapping, then decide again.</source>
        <translation>फ़ील्ड मेल ठीक करें, फिर दोबारा फ़ैसला करें।</translation>
    </message>
    <message>
        <source>Say which values the record shall have.</source>
        <translation>बताएँ कि रिकॉर्ड में कौन से मान हों।</translation>
    </message>
    <message>
        <source>This record was deleted here while the question was open.</source>
        <translation>सवाल खुला रहते यह रिकॉर्ड यहाँ हटा दिया गया।</translation>
    </message>
    <message>
        <source>Restore it first, or keep what is here.</source>
        <translation>पहले इसे वापस लाएँ, या जो यहाँ है वही रखें।</translation>
    </message>
    <message>
        <source>The record is in the connected system again. Nothing was deleted.</source>
        <translation>रिकॉर्ड जुड़े सिस्टम में फिर से है। कुछ नहीं हटाया गया।</translation>
    </message>
    <message>
        <source>Choose to keep it.</source>
        <translation>इसे रखने का फ़ैसला करें।</translation>
    </message>
    <message>
        <source>The record over there was linked to another one meanwhile.</source>
        <translation>इस बीच वहाँ का रिकॉर्ड किसी और से जुड़ गया।</translation>
    </message>
    <message>
        <source>Keep the two separate.</source>
        <translation>दोनों को अलग रखें।</translation>
    </message>
    <message>
        <source>The record over there has not been read completely.</source>
        <translation>वहाँ का रिकॉर्ड पूरा नहीं पढ़ा गया है।</translation>
    </message>
    <message>
        <source>Sync, then decide again.</source>
        <translation>सिंक करें, फिर दोबारा फ़ैसला करें।</translation>
    </message>
    <message>
        <source>Say which of the candidates it is.</source>
        <translation>बताएँ कि यह संभावित मेलों में से कौन सा है।</translation>
    </message>
    <message>
        <source>This record was deleted here.</source>
        <translation>यह रिकॉर्ड यहाँ हटा दिया गया।</translation>
    </message>
    <message>
        <source>Restore it first, or choose another.</source>
        <translation>पहले इसे वापस लाएँ, या दूसरा चुनें।</translation>
    </message>
    <message>
        <source>This record is being sent just now.</source>
        <translation>यह रिकॉर्ड अभी भेजा जा रहा है।</translation>
    </message>
    <message>
        <source>Decide again when the sync has ended.</source>
        <translation>सिंक पूरा होने पर दोबारा फ़ैसला करें।</translation>
    </message>
    <message>
        <source>Give it another name here; it is sent with the next sync.</source>
        <translation>यहाँ इसे दूसरा नाम दें; अगले सिंक में भेज दिया जाएगा।</translation>
    </message>
    <message>
        <source>Such records are no longer synced over this connection.</source>
        <translation>ऐसे रिकॉर्ड अब इस कनेक्शन से सिंक नहीं होते।</translation>
    </message>
    <message>
        <source>Choose them in the connection's settings, then decide.</source>
        <translation>कनेक्शन की सेटिंग में उन्हें चुनें, फिर फ़ैसला करें।</translation>
    </message>
    <message>
        <source>It is not known yet whether a record that was sent has arrived. Until it is, nothing is read or sent.</source>
        <translation>अभी पता नहीं है कि भेजा गया एक रिकॉर्ड पहुँचा या नहीं। जब तक पता न चले, न कुछ पढ़ा जाएगा न भेजा जाएगा।</translation>
    </message>
    <message>
        <source>Sync again in a minute.</source>
        <translation>एक मिनट में फिर सिंक करें।</translation>
    </message>
    <message>
        <source>The connection is kept. It can be used once its connector is installed.</source>
        <translation>कनेक्शन रखा गया है। इसका कनेक्टर लगते ही यह काम आने लगेगा।</translation>
    </message>
    <message>
        <source>Choose “from the other system” or “both ways” as the direction.</source>
        <translation>दिशा में “दूसरे सिस्टम से” या “दोनों दिशाओं में” चुनें।</translation>
    </message>
    <message>
        <source>Use that connection, or remove one of the two.</source>
        <translation>वही कनेक्शन काम में लें, या दोनों में से एक हटाएँ।</translation>
    </message>
    <message>
        <source>This plan was applied already.</source>
        <translation>यह योजना पहले ही लागू हो चुकी है।</translation>
    </message>
    <message>
        <source>This plan was made under other settings than today's. Nothing was changed.</source>
        <translation>यह योजना आज से अलग सेटिंग में बनी थी। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>Make a new one and look at it again.</source>
        <translation>नई योजना बनाएँ और उसे फिर देखें।</translation>
    </message>
    <message>
        <source>the record is linked to another one</source>
        <translation>रिकॉर्ड किसी और से जुड़ा है</translation>
    </message>
    <message>
        <source>Look at both here and delete one of them, or give one another name.</source>
        <translation>यहाँ दोनों को देखें और उनमें से एक हटाएँ, या एक को दूसरा नाम दें।</translation>
    </message>
    <message>
        <source>gone after a write of unknown outcome</source>
        <translation>ऐसे लेखन के बाद गायब जिसका नतीजा पता नहीं</translation>
    </message>
    <message>
        <source>This question is open: there is no decision to take back.</source>
        <translation>यह सवाल अभी खुला है: वापस लेने को कोई फ़ैसला नहीं है।</translation>
    </message>
    <message>
        <source>This decision can't be taken back.</source>
        <translation>यह फ़ैसला वापस नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>Change the record instead.</source>
        <translation>इसकी जगह रिकॉर्ड बदलें।</translation>
    </message>
    <message>
        <source>Records that waited for this decision were taken over with it. Nothing was taken back.</source>
        <translation>जो रिकॉर्ड इस फ़ैसले का इंतज़ार कर रहे थे वे इसके साथ ले लिए गए। कुछ वापस नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Change the records instead: the next sync sends it.</source>
        <translation>इसकी जगह रिकॉर्ड बदलें: अगला सिंक उन्हें भेज देगा।</translation>
    </message>
    <message>
        <source>This decision was synced, or its record changed, since. Nothing was taken back.</source>
        <translation>यह फ़ैसला तब से सिंक हो चुका है, या इसका रिकॉर्ड बदल गया है। कुछ वापस नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Change the record instead: the next sync sends it.</source>
        <translation>इसकी जगह रिकॉर्ड बदलें: अगला सिंक उसे भेज देगा।</translation>
    </message>
    <message>
        <source>Another record names this one since. Nothing was taken back.</source>
        <translation>तब से कोई और रिकॉर्ड इसका नाम देता है। कुछ वापस नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Change the records instead.</source>
        <translation>इसकी जगह रिकॉर्ड बदलें।</translation>
    </message>
    <message>
        <source>The history of this record was cleared away since. Nothing was taken back.</source>
        <translation>तब से इस रिकॉर्ड का इतिहास हटा दिया गया है। कुछ वापस नहीं लिया गया।</translation>
    </message>
    <message>
        <source>This run has not ended yet.</source>
        <translation>यह सिंक अभी समाप्त नहीं हुआ है।</translation>
    </message>
    <message>
        <source>Stop it, or answer its question, then undo it.</source>
        <translation>इसे रोकें, या इसके सवाल का जवाब दें, फिर पूर्ववत करें।</translation>
    </message>
    <message>
        <source>Deleted since.</source>
        <translation>तब से हटाया गया।</translation>
    </message>
    <message>
        <source>The body tells of no event.</source>
        <translation>संदेश में कोई सूचना नहीं है।</translation>
    </message>
    <message>
        <source>What is understood is in the documentation of webhooks.</source>
        <translation>क्या समझा जाता है, यह वेबहुक के दस्तावेज़ में लिखा है।</translation>
    </message>
    <message>
        <source>The body must be a JSON object, or a list of them.</source>
        <translation>संदेश एक JSON ऑब्जेक्ट या उनकी सूची होना चाहिए।</translation>
    </message>
    <message>
        <source>The body is nested too deeply.</source>
        <translation>संदेश बहुत गहराई तक एक-दूसरे में है।</translation>
    </message>
    <message>
        <source>It names no record.</source>
        <translation>इसमें किसी रिकॉर्ड का नाम नहीं है।</translation>
    </message>
    <message>
        <source>It tells neither of a new record nor of a changed or deleted one.</source>
        <translation>यह न नए रिकॉर्ड की बात करता है, न बदले या हटाए गए की।</translation>
    </message>
    <message>
        <source>The event carries no proof of who sent it.</source>
        <translation>सूचना के साथ भेजने वाले का कोई प्रमाण नहीं है।</translation>
    </message>
    <message>
        <source>The handshake's signature is wrong.</source>
        <translation>हैंडशेक का हस्ताक्षर गलत है।</translation>
    </message>
    <message>
        <source>What follows whsec_ must be base64.</source>
        <translation>whsec_ के बाद जो है वह base64 होना चाहिए।</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>When it was made and changed</source>
        <translation>कब बना और कब बदला</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>अपने फ़ील्ड</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>संबोधन</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>मध्य नाम</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>प्रत्यय</translation>
    </message>
    <message>
        <source>Name with those above it</source>
        <translation>ऊपर वालों सहित नाम</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>कंपनी का नाम</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>दिखने वाला नाम</translation>
    </message>
    <message>
        <source>Name on cheques</source>
        <translation>चेक पर नाम</translation>
    </message>
    <message>
        <source>Is active</source>
        <translation>चालू है</translation>
    </message>
    <message>
        <source>Primary phone</source>
        <translation>मुख्य फ़ोन</translation>
    </message>
    <message>
        <source>Alternate phone</source>
        <translation>दूसरा फ़ोन</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>फ़ैक्स</translation>
    </message>
    <message>
        <source>Default tax code</source>
        <translation>सामान्य कर कोड</translation>
    </message>
    <message>
        <source>Taxable</source>
        <translation>कर योग्य</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>बिल का पता</translation>
    </message>
    <message>
        <source>Shipping address</source>
        <translation>माल पहुँचाने का पता</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>जॉब</translation>
    </message>
    <message>
        <source>Bill with parent</source>
        <translation>बिल मूल ग्राहक के साथ</translation>
    </message>
    <message>
        <source>Root customer</source>
        <translation>सबसे ऊपर का ग्राहक</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>मूल</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>स्तर</translation>
    </message>
    <message>
        <source>Customer type</source>
        <translation>ग्राहक का प्रकार</translation>
    </message>
    <message>
        <source>Sales term</source>
        <translation>बिक्री की शर्त</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>भुगतान का तरीका</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>Open balance date</source>
        <translation>आरंभिक शेष की तारीख</translation>
    </message>
    <message>
        <source>Balance with jobs</source>
        <translation>जॉब सहित शेष</translation>
    </message>
    <message>
        <source>Preferred delivery method</source>
        <translation>भेजने का पसंदीदा तरीका</translation>
    </message>
    <message>
        <source>Resale number</source>
        <translation>पुनर्विक्रय नंबर</translation>
    </message>
    <message>
        <source>TDS enabled</source>
        <translation>TDS चालू</translation>
    </message>
    <message>
        <source>Secondary tax identifier</source>
        <translation>दूसरी कर पहचान</translation>
    </message>
    <message>
        <source>Receivables account</source>
        <translation>प्राप्य खाता</translation>
    </message>
    <message>
        <source>Primary tax identifier</source>
        <translation>मुख्य कर पहचान</translation>
    </message>
    <message>
        <source>Tax exemption reason id</source>
        <translation>कर छूट के कारण की id</translation>
    </message>
    <message>
        <source>Is project</source>
        <translation>प्रोजेक्ट है</translation>
    </message>
    <message>
        <source>Business number (PAN)</source>
        <translation>कारोबार संख्या (PAN)</translation>
    </message>
    <message>
        <source>Is CIS contractor</source>
        <translation>CIS ठेकेदार है</translation>
    </message>
    <message>
        <source>Tax regime</source>
        <translation>कर व्यवस्था</translation>
    </message>
    <message>
        <source>Sub item</source>
        <translation>उप-आइटम</translation>
    </message>
    <message>
        <source>Sales tax included</source>
        <translation>बिक्री कर शामिल</translation>
    </message>
    <message>
        <source>Percent based</source>
        <translation>प्रतिशत पर आधारित</translation>
    </message>
    <message>
        <source>Rate percent</source>
        <translation>दर प्रतिशत</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Income account</source>
        <translation>आय का खाता</translation>
    </message>
    <message>
        <source>Purchase description</source>
        <translation>खरीद विवरण</translation>
    </message>
    <message>
        <source>Purchase tax included</source>
        <translation>खरीद कर शामिल</translation>
    </message>
    <message>
        <source>Purchase cost</source>
        <translation>खरीद लागत</translation>
    </message>
    <message>
        <source>Expense account</source>
        <translation>खर्च का खाता</translation>
    </message>
    <message>
        <source>COGS account</source>
        <translation>बेचे माल की लागत का खाता</translation>
    </message>
    <message>
        <source>Asset account</source>
        <translation>परिसंपत्ति खाता</translation>
    </message>
    <message>
        <source>Preferred vendor</source>
        <translation>पसंदीदा विक्रेता</translation>
    </message>
    <message>
        <source>Average cost</source>
        <translation>औसत लागत</translation>
    </message>
    <message>
        <source>Stock is counted</source>
        <translation>स्टॉक गिना जाता है</translation>
    </message>
    <message>
        <source>Quantity on hand</source>
        <translation>मौजूद मात्रा</translation>
    </message>
    <message>
        <source>Quantity on purchase order</source>
        <translation>खरीद ऑर्डर में मात्रा</translation>
    </message>
    <message>
        <source>Quantity on sales order</source>
        <translation>बिक्री ऑर्डर में मात्रा</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>पुनः ऑर्डर बिंदु</translation>
    </message>
    <message>
        <source>Manufacturer's part number</source>
        <translation>निर्माता का पुर्ज़ा नंबर</translation>
    </message>
    <message>
        <source>Deposit to account</source>
        <translation>जमा का खाता</translation>
    </message>
    <message>
        <source>Sales tax code</source>
        <translation>बिक्री कर कोड</translation>
    </message>
    <message>
        <source>Purchase tax code</source>
        <translation>खरीद कर कोड</translation>
    </message>
    <message>
        <source>Stock counted from</source>
        <translation>स्टॉक की गिनती कब से</translation>
    </message>
    <message>
        <source>Build point</source>
        <translation>निर्माण बिंदु</translation>
    </message>
    <message>
        <source>Special item</source>
        <translation>विशेष आइटम</translation>
    </message>
    <message>
        <source>Special item type</source>
        <translation>विशेष आइटम का प्रकार</translation>
    </message>
    <message>
        <source>Abatement rate</source>
        <translation>छूट (abatement) दर</translation>
    </message>
    <message>
        <source>Reverse charge rate</source>
        <translation>रिवर्स चार्ज दर</translation>
    </message>
    <message>
        <source>Service type</source>
        <translation>सेवा का प्रकार</translation>
    </message>
    <message>
        <source>Item category type</source>
        <translation>आइटम श्रेणी का प्रकार</translation>
    </message>
    <message>
        <source>Tax classification</source>
        <translation>कर वर्गीकरण</translation>
    </message>
    <message>
        <source>Unit (GST code)</source>
        <translation>इकाई (GST कोड)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>वर्ग</translation>
    </message>
    <message>
        <source>Deferred revenue</source>
        <translation>आस्थगित आय</translation>
    </message>
    <message>
        <source>Transaction sub type</source>
        <translation>लेन-देन का उपप्रकार</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>स्थान</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>विनिमय दर</translation>
    </message>
    <message>
        <source>Note for ourselves</source>
        <translation>अपने लिए टिप्पणी</translation>
    </message>
    <message>
        <source>Linked documents</source>
        <translation>जुड़े दस्तावेज़</translation>
    </message>
    <message>
        <source>Tax form type</source>
        <translation>कर फ़ॉर्म का प्रकार</translation>
    </message>
    <message>
        <source>Tax form number</source>
        <translation>कर फ़ॉर्म नंबर</translation>
    </message>
    <message>
        <source>Transaction location type</source>
        <translation>लेन-देन के स्थान का प्रकार</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>प्रोजेक्ट</translation>
    </message>
    <message>
        <source>Total cost amount</source>
        <translation>कुल लागत</translation>
    </message>
    <message>
        <source>Home total cost amount</source>
        <translation>घरेलू मुद्रा में कुल लागत</translation>
    </message>
    <message>
        <source>Auto doc number</source>
        <translation>अपने आप नंबर</translation>
    </message>
    <message>
        <source>Message to the customer</source>
        <translation>ग्राहक के लिए संदेश</translation>
    </message>
    <message>
        <source>Free form address</source>
        <translation>बिना ढाँचे का पता</translation>
    </message>
    <message>
        <source>Shipped from</source>
        <translation>जहाँ से भेजा गया</translation>
    </message>
    <message>
        <source>Purchase order number</source>
        <translation>खरीद ऑर्डर नंबर</translation>
    </message>
    <message>
        <source>FOB</source>
        <translation>FOB</translation>
    </message>
    <message>
        <source>Ship method</source>
        <translation>माल भेजने का तरीका</translation>
    </message>
    <message>
        <source>Ship date</source>
        <translation>माल भेजने की तारीख</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>ट्रैकिंग नंबर</translation>
    </message>
    <message>
        <source>Prices and tax</source>
        <translation>कीमतें और कर</translation>
    </message>
    <message>
        <source>Home total amount</source>
        <translation>घरेलू मुद्रा में कुल राशि</translation>
    </message>
    <message>
        <source>Apply tax after discount</source>
        <translation>छूट के बाद कर लगाएँ</translation>
    </message>
    <message>
        <source>Shipping tax included in total tax</source>
        <translation>ढुलाई का कर कुल कर में शामिल</translation>
    </message>
    <message>
        <source>Print status</source>
        <translation>छपाई की स्थिति</translation>
    </message>
    <message>
        <source>Email status</source>
        <translation>ई-मेल की स्थिति</translation>
    </message>
    <message>
        <source>E-mail for bills</source>
        <translation>बिल के लिए ई-मेल</translation>
    </message>
    <message>
        <source>E-mail for bills (copy)</source>
        <translation>बिल के लिए ई-मेल (प्रति)</translation>
    </message>
    <message>
        <source>E-mail for bills (blind copy)</source>
        <translation>बिल के लिए ई-मेल (गुप्त प्रति)</translation>
    </message>
    <message>
        <source>Home balance</source>
        <translation>घरेलू मुद्रा में शेष</translation>
    </message>
    <message>
        <source>Finance charge</source>
        <translation>वित्त प्रभार</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>संदर्भ नंबर</translation>
    </message>
    <message>
        <source>Delivery info</source>
        <translation>भेजने की जानकारी</translation>
    </message>
    <message>
        <source>Discount rate</source>
        <translation>छूट की दर</translation>
    </message>
    <message>
        <source>Discount amount</source>
        <translation>छूट की राशि</translation>
    </message>
    <message>
        <source>Government transaction ref identifier</source>
        <translation>सरकारी लेन-देन संदर्भ</translation>
    </message>
    <message>
        <source>Tax exemption</source>
        <translation>कर छूट</translation>
    </message>
    <message>
        <source>Expiration date</source>
        <translation>समाप्ति की तारीख</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>स्वीकार करने वाला</translation>
    </message>
    <message>
        <source>Accepted date</source>
        <translation>स्वीकार की तारीख</translation>
    </message>
    <message>
        <source>Payment type</source>
        <translation>भुगतान का प्रकार</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>जमा</translation>
    </message>
    <message>
        <source>Allow IPN payment</source>
        <translation>IPN भुगतान की अनुमति</translation>
    </message>
    <message>
        <source>Allow online payment</source>
        <translation>ऑनलाइन भुगतान की अनुमति</translation>
    </message>
    <message>
        <source>Allow online credit card payment</source>
        <translation>ऑनलाइन क्रेडिट कार्ड भुगतान की अनुमति</translation>
    </message>
    <message>
        <source>Allow online ACH payment</source>
        <translation>ऑनलाइन ACH भुगतान की अनुमति</translation>
    </message>
    <message>
        <source>Allow online pay pal payment</source>
        <translation>ऑनलाइन PayPal भुगतान की अनुमति</translation>
    </message>
    <message>
        <source>Allow online affirm payment</source>
        <translation>ऑनलाइन Affirm भुगतान की अनुमति</translation>
    </message>
    <message>
        <source>E invoice status</source>
        <translation>ई-इनवॉइस की स्थिति</translation>
    </message>
    <message>
        <source>CFDI use</source>
        <translation>CFDI उपयोग</translation>
    </message>
    <message>
        <source>Exportation</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>Less CIS</source>
        <translation>CIS घटाकर</translation>
    </message>
    <message>
        <source>Invoice link</source>
        <translation>इनवॉइस का लिंक</translation>
    </message>
    <message>
        <source>Payment details message</source>
        <translation>भुगतान विवरण संदेश</translation>
    </message>
    <message>
        <source>Invoice link expiry date</source>
        <translation>इनवॉइस लिंक की समाप्ति</translation>
    </message>
    <message>
        <source>Auto pay eligible</source>
        <translation>अपने आप भुगतान संभव</translation>
    </message>
    <message>
        <source>Schedule pay eligible</source>
        <translation>तय समय पर भुगतान संभव</translation>
    </message>
    <message>
        <source>Scheduled payment id</source>
        <translation>तय भुगतान की id</translation>
    </message>
    <message>
        <source>Remit to</source>
        <translation>भुगतान जिसे भेजें</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>अभी लगाई नहीं गई राशि</translation>
    </message>
    <message>
        <source>Process payment</source>
        <translation>भुगतान की प्रक्रिया</translation>
    </message>
    <message>
        <source>Payment extended type</source>
        <translation>भुगतान का विस्तृत प्रकार</translation>
    </message>
    <message>
        <source>Service date</source>
        <translation>सेवा की तारीख</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>कर कोड</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>Discount account</source>
        <translation>छूट का खाता</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>पंक्ति संख्या</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>पंक्ति का प्रकार</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Line of text</source>
        <translation>पाठ की पंक्ति</translation>
    </message>
    <message>
        <source>Group item</source>
        <translation>समूह आइटम</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>बंडल</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>दस्तावेज़</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>दस्तावेज़ का प्रकार</translation>
    </message>
    <message>
        <source>Transaction line id</source>
        <translation>लेन-देन पंक्ति की id</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>बनाने वाला</translation>
    </message>
    <message>
        <source>Create time</source>
        <translation>बनाने का समय</translation>
    </message>
    <message>
        <source>Last modified by</source>
        <translation>आख़िरी बार बदलने वाला</translation>
    </message>
    <message>
        <source>Last updated time</source>
        <translation>आख़िरी बदलाव का समय</translation>
    </message>
    <message>
        <source>Last changed in QB</source>
        <translation>QB में आख़िरी बदलाव</translation>
    </message>
    <message>
        <source>Line 1</source>
        <translation>पंक्ति 1</translation>
    </message>
    <message>
        <source>Line 2</source>
        <translation>पंक्ति 2</translation>
    </message>
    <message>
        <source>Line 3</source>
        <translation>पंक्ति 3</translation>
    </message>
    <message>
        <source>Line 4</source>
        <translation>पंक्ति 4</translation>
    </message>
    <message>
        <source>Line 5</source>
        <translation>पंक्ति 5</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>देश का कोड</translation>
    </message>
    <message>
        <source>County</source>
        <translation>ज़िला</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>Postal code suffix</source>
        <translation>पिन कोड का अगला भाग</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>अक्षांश</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>देशांतर</translation>
    </message>
    <message>
        <source>Product or service</source>
        <translation>आइटम या सेवा</translation>
    </message>
    <message>
        <source>Unit cost price</source>
        <translation>प्रति इकाई लागत</translation>
    </message>
    <message>
        <source>Item account</source>
        <translation>आइटम का खाता</translation>
    </message>
    <message>
        <source>Tax inclusive amount</source>
        <translation>कर सहित राशि</translation>
    </message>
    <message>
        <source>Retainage amount</source>
        <translation>रोकी हुई राशि</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>कर</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>कर दर</translation>
    </message>
    <message>
        <source>Tax percent</source>
        <translation>कर प्रतिशत</translation>
    </message>
    <message>
        <source>Net amount taxable</source>
        <translation>कर योग्य शुद्ध राशि</translation>
    </message>
    <message>
        <source>Override delta amount</source>
        <translation>बदली हुई अंतर राशि</translation>
    </message>
    <message>
        <source>Device type</source>
        <translation>उपकरण का प्रकार</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>एरिया कोड</translation>
    </message>
    <message>
        <source>Exchange code</source>
        <translation>एक्सचेंज कोड</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>एक्सटेंशन</translation>
    </message>
    <message>
        <source>Delivery type</source>
        <translation>भेजने का तरीका</translation>
    </message>
    <message>
        <source>Delivery time</source>
        <translation>भेजने का समय</translation>
    </message>
    <message>
        <source>Delivery error type</source>
        <translation>भेजने की गड़बड़ी का प्रकार</translation>
    </message>
    <message>
        <source>Transaction tax code</source>
        <translation>लेन-देन का कर कोड</translation>
    </message>
    <message>
        <source>Total tax</source>
        <translation>कुल कर</translation>
    </message>
    <message>
        <source>Tax review status</source>
        <translation>कर जाँच की स्थिति</translation>
    </message>
    <message>
        <source>Single taxes</source>
        <translation>अलग-अलग कर</translation>
    </message>
    <message>
        <source>Use automated sales tax</source>
        <translation>अपने आप बिक्री कर</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>वेब पता</translation>
    </message>
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
        <source>Imports of files</source>
        <translation>फ़ाइलों के आयात</translation>
    </message>
    <message>
        <source>No file was imported yet</source>
        <translation>अभी तक कोई फ़ाइल आयात नहीं हुई</translation>
    </message>
    <message>
        <source>Files are imported under Records. Each import stands here then.</source>
        <translation>फ़ाइलें “रिकॉर्ड” में आयात होती हैं। फिर हर आयात यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>यह आयात पूर्ववत करें…</translation>
    </message>
    <message>
        <source>All imports</source>
        <translation>सभी आयात</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>पूर्ववत करें</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>पूर्ववत किया गया</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>पलटा जा सकता है</translation>
    </message>
    <message>
        <source>Too long ago to be undone</source>
        <translation>बहुत पुराना, अब पलटा नहीं जा सकता</translation>
    </message>
    <message>
        <source>Monthly totals here beside the connected system's</source>
        <translation>यहाँ के मासिक योग, जुड़े सिस्टम के योगों के साथ</translation>
    </message>
    <message>
        <source>The files that were imported, and their undoing</source>
        <translation>जो फ़ाइलें आयात हुईं, और उन्हें पलटना</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>गतिविधि</translation>
    </message>
    <message>
        <source>Imports…</source>
        <translation>आयात…</translation>
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
        <source>Show all runs</source>
        <translation>सभी सिंक दिखाएँ</translation>
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
        <source>Status</source>
        <translation>स्थिति</translation>
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
        <source>Keep it as it is</source>
        <translation>ऐसा ही रहने दें</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>डिस्क में जगह नहीं है</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>अनुमति नहीं है</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>ऐसी फ़ाइल या फ़ोल्डर नहीं है</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>यह डिस्क सिर्फ़ पढ़ने के लिए है</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>यह फ़ोल्डर है, फ़ाइल नहीं</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>कनेक्शन नहीं माना गया</translation>
    </message>
    <message>
        <source>and</source>
        <translation>और</translation>
    </message>
    <message>
        <source>or</source>
        <translation>या</translation>
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
        <translation>तय किया गया</translation>
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
        <source>Waiting for this decision: {what}. What waits comes in with it, and then it can't be taken back.</source>
        <translation>इस फ़ैसले के लिए रुके हैं: {what}। फ़ैसले के साथ ये आ जाएँगे, और उसके बाद फ़ैसला वापस नहीं लिया जा सकेगा।</translation>
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
        <source>Deleted there meanwhile</source>
        <translation>इस बीच वहाँ हटा दिया गया</translation>
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
        <source>Both sides are the same then: nothing changes.</source>
        <translation>तब दोनों तरफ़ एक जैसा है: कुछ नहीं बदलता।</translation>
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
        <source>Ledgers for writing</source>
        <translation>लिखने के लिए लेजर</translation>
    </message>
    <message>
        <source>Ledgers for writing…</source>
        <translation>लिखने के लिए लेजर…</translation>
    </message>
    <message>
        <source>Which ledgers are documents booked to?</source>
        <translation>दस्तावेज़ किन लेजर में दर्ज होते हैं?</translation>
    </message>
    <message>
        <source>Documents that are written to {system} are booked to these. What is used most there so far comes first. Until it is chosen, documents that need it wait here.</source>
        <translation>{system} में लिखे जाने वाले दस्तावेज़ इन्हीं लेजर में दर्ज होते हैं। अब तक वहाँ सबसे ज़्यादा काम आने वाला पहले है। जब तक चुना न जाए, जिन दस्तावेज़ों को इसकी ज़रूरत है वे यहीं रुकते हैं।</translation>
    </message>
    <message>
        <source>Asking {system} for its ledgers…</source>
        <translation>{system} से उसके लेजर पूछे जा रहे हैं…</translation>
    </message>
    <message>
        <source>What is written there needs no ledger of its own.</source>
        <translation>वहाँ जो लिखा जाता है, उसे अलग लेजर की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>Accounts for writing</source>
        <translation>लिखने के लिए खाते</translation>
    </message>
    <message>
        <source>Accounts for writing…</source>
        <translation>लिखने के लिए खाते…</translation>
    </message>
    <message>
        <source>Which accounts is it booked to?</source>
        <translation>यह किन खातों में दर्ज होता है?</translation>
    </message>
    <message>
        <source>What is written to {system} is booked to these. Until it is chosen, what needs it waits here.</source>
        <translation>{system} में जो लिखा जाता है वह इन्हीं में दर्ज होता है। जब तक चुना न जाए, जिसे इसकी ज़रूरत है वह यहीं रुकता है।</translation>
    </message>
    <message>
        <source>Asking {system} for its accounts…</source>
        <translation>{system} से उसके खाते पूछे जा रहे हैं…</translation>
    </message>
    <message>
        <source>What is written there needs no account of its own.</source>
        <translation>वहाँ जो लिखा जाता है, उसे अलग खाते की ज़रूरत नहीं।</translation>
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
        <source>The browser ends on a page that may show an error: that does not matter. Copy its whole address.</source>
        <translation>ब्राउज़र अंत में ऐसे पेज पर पहुँचता है जिस पर गड़बड़ी दिख सकती है: इससे फ़र्क नहीं पड़ता। उसका पूरा पता कॉपी करें।</translation>
    </message>
    <message>
        <source>The redirect address is in use by {program}, so this page can't notice when you are back.</source>
        <translation>वापसी का पता इस समय {program} इस्तेमाल कर रहा है, इसलिए यह पेज आपके लौटने का पता नहीं लगा सकता।</translation>
    </message>
    <message>
        <source>Until it is chosen, {what} can't be written to {system}: they wait here.</source>
        <translation>जब तक यह न चुना जाए, {what} {system} में नहीं लिखे जा सकते: वे यहीं रुकते हैं।</translation>
    </message>
    <message>
        <source>{system} is told that its login is not wanted any more, unless another connection lives by it.</source>
        <translation>{system} को बताया जाता है कि अब उसका लॉगिन नहीं चाहिए, बशर्ते कोई दूसरा कनेक्शन उससे न चलता हो।</translation>
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
        <source>ends on {day}: sign in again before it</source>
        <translation>{day} को समाप्त होगा: उससे पहले फिर साइन इन करें</translation>
    </message>
    <message>
        <source>unused, it ends on {day}; used, on {last} at the latest</source>
        <translation>काम में न आए तो {day} को समाप्त होगा; काम में आता रहे तो अधिक से अधिक {last} को</translation>
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
        <source>Only if this page does not go on by itself: copy the whole address that the browser shows at the end.</source>
        <translation>केवल तब, जब यह पेज अपने आप आगे न बढ़े: अंत में ब्राउज़र जो पूरा पता दिखाए, उसे कॉपी करें।</translation>
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
        <source>New vouchers arrive in Tally as Optional</source>
        <translation>नए वाउचर Tally में Optional बनकर पहुँचें</translation>
    </message>
    <message>
        <source>An Optional voucher is a draft: it moves no balance and no stock until somebody accepts it in Tally. Switched off, what is made here counts in the books at once.</source>
        <translation>Optional वाउचर एक मसौदा है: जब तक कोई उसे Tally में स्वीकार न करे, वह न बैलेंस बदलता है न स्टॉक। बंद करने पर, यहाँ बनाया हुआ तुरंत बही में गिना जाता है।</translation>
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
        <source>Scopes for a code</source>
        <translation>कोड के लिए अनुमतियाँ (scopes)</translation>
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
        <source>Without a browser on this computer: a code that {system} itself gives you can be pasted here, too ({place}). Enter these scopes there. The client ID and the secret must then be those of that page.</source>
        <translation>इस कंप्यूटर पर ब्राउज़र न हो, तो {system} से मिला कोड भी यहाँ चिपकाया जा सकता है ({place})। वहाँ ये अनुमतियाँ (scopes) भरें। तब client ID और secret उसी पेज के होने चाहिए।</translation>
    </message>
    <message>
        <source>Waiting for you to sign in…</source>
        <translation>आपके साइन इन करने का इंतज़ार है…</translation>
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
        <source>No browser could be opened</source>
        <translation>कोई ब्राउज़र नहीं खुल सका</translation>
    </message>
    <message>
        <source>Copy the address of the sign-in, and open it in a browser yourself.</source>
        <translation>साइन-इन का पता कॉपी करें और उसे खुद किसी ब्राउज़र में खोलें।</translation>
    </message>
    <message>
        <source>Go on in the browser. This takes note by itself when you are back, for 15 minutes.</source>
        <translation>ब्राउज़र में आगे बढ़ें। आपके लौटने पर यहाँ अपने आप पता चल जाता है, 15 मिनट तक।</translation>
    </message>
    <message>
        <source>Go on in the browser. At the end copy its whole address, within 15 minutes, and paste it below.</source>
        <translation>ब्राउज़र में आगे बढ़ें। अंत में 15 मिनट के अंदर उसका पूरा पता कॉपी करके नीचे चिपकाएँ।</translation>
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
        <source>SalesMate Sync runs already, but does not answer</source>
        <translation>SalesMate Sync पहले से चल रहा है, पर जवाब नहीं देता</translation>
    </message>
    <message>
        <source>This is a second window on the same records; both may be used, and syncs go on in the first. If you can't find the first one, sign out of the computer and in again: another program may stand in its place.</source>
        <translation>यह उन्हीं रिकॉर्ड की दूसरी विंडो है; दोनों में काम किया जा सकता है, और सिंक पहली में चलते रहते हैं। पहली विंडो न मिले तो कंप्यूटर से साइन आउट करके फिर साइन इन करें: हो सकता है उसकी जगह कोई दूसरा प्रोग्राम हो।</translation>
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
        <source>On the way there: {problem}</source>
        <translation>वहाँ जाते समय: {problem}</translation>
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
        <source>SalesMate Sync reads customers, items, orders, invoices and receipts from Tally, Zoho CRM and others, and keeps them up to date. Nothing is changed there while you try.</source>
        <translation>SalesMate Sync, Tally, Zoho CRM और दूसरे सिस्टम से ग्राहक, आइटम, ऑर्डर, बिल और रसीदें पढ़कर उन्हें ताज़ा रखता है। आज़माने के दौरान वहाँ कुछ नहीं बदलता।</translation>
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
        <source>How the letters are written</source>
        <translation>अक्षर किस तरह लिखे गए हैं</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>जैसा पहचाना गया</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>अक्षर(&amp;L)</translation>
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
        <source>UTF-8 (all languages)</source>
        <translation>UTF-8 (सभी भाषाएँ)</translation>
    </message>
    <message>
        <source>Windows, Western European</source>
        <translation>Windows, पश्चिमी यूरोपीय</translation>
    </message>
    <message>
        <source>UTF-16 (Excel's “Unicode text”)</source>
        <translation>UTF-16 (Excel का “Unicode text”)</translation>
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
        <source>Make a new record of it</source>
        <translation>इससे नया रिकॉर्ड बनाएँ</translation>
    </message>
    <message>
        <source>It is “{name}” ({about})</source>
        <translation>यह “{name}” है ({about})</translation>
    </message>
    <message>
        <source>It is “{name}”</source>
        <translation>यह “{name}” है</translation>
    </message>
    <message>
        <source>Read as Windows writes Western European letters (line {lines})</source>
        <translation>Windows के पश्चिमी यूरोपीय अक्षर मानकर पढ़ा गया (पंक्ति {lines})</translation>
    </message>
    <message>
        <source>Look whether the names are right. If they are not, choose another below.</source>
        <translation>देखें कि नाम सही हैं या नहीं। सही न हों तो नीचे दूसरा विकल्प चुनें।</translation>
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
        <source>Leave this row out</source>
        <translation>यह पंक्ति छोड़ दें</translation>
    </message>
    <message>
        <source>The file is damaged, or written in two ways (line {lines})</source>
        <translation>फ़ाइल में गड़बड़ी है, या वह दो तरह से लिखी गई है (पंक्ति {lines})</translation>
    </message>
    <message>
        <source>It is read as UTF-8, and rows with a broken letter are told as wrong. If that is not right, choose another below.</source>
        <translation>इसे UTF-8 मानकर पढ़ा गया है, और टूटे अक्षर वाली पंक्तियाँ ग़लत बताई जाती हैं। यह सही न हो तो नीचे दूसरा विकल्प चुनें।</translation>
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
        <source>What becomes of this row</source>
        <translation>इस पंक्ति का क्या होगा</translation>
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
        <source>Order of the records</source>
        <translation>रिकॉर्ड का क्रम</translation>
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
        <source>Show records by how their sync stands</source>
        <translation>सिंक की स्थिति के अनुसार रिकॉर्ड दिखाएँ</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>सभी रिकॉर्ड</translation>
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
        <source>Show all {what}</source>
        <translation>सभी {what} दिखाएँ</translation>
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
        <source>{field}: A to Z</source>
        <translation>{field}: A से Z</translation>
    </message>
    <message>
        <source>{field}: Z to A</source>
        <translation>{field}: Z से A</translation>
    </message>
    <message>
        <source>Not sorted by {field}</source>
        <translation>{field} के क्रम में नहीं लगाया जा सकता</translation>
    </message>
    <message>
        <source>Not a customer in SalesMate Sync: the name stands so in the books.</source>
        <translation>SalesMate Sync में यह ग्राहक नहीं है: बही में यही नाम लिखा है।</translation>
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
        <source>{field}: oldest first</source>
        <translation>{field}: सबसे पुराना पहले</translation>
    </message>
    <message>
        <source>{field}: newest first</source>
        <translation>{field}: सबसे नया पहले</translation>
    </message>
    <message>
        <source>{field}: smallest first</source>
        <translation>{field}: सबसे छोटा पहले</translation>
    </message>
    <message>
        <source>{field}: largest first</source>
        <translation>{field}: सबसे बड़ा पहले</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>सबसे नए पहले</translation>
    </message>
    <message>
        <source>As they came in</source>
        <translation>जिस क्रम में आए</translation>
    </message>
    <message>
        <source>With so many {what} that would take too long. Search or filter instead.</source>
        <translation>इतने {what} के साथ इसमें बहुत समय लगेगा। इसके बदले खोजें या छाँटें।</translation>
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
        <source>It stands in another record. Type a name into the search instead.</source>
        <translation>यह दूसरे रिकॉर्ड में लिखा है। इसके बदले खोज में नाम लिखें।</translation>
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
        <source>Not where the records are on a database server: start it there with a task of the system's own.</source>
        <translation>जहाँ रिकॉर्ड डेटाबेस सर्वर पर हैं वहाँ के लिए नहीं: वहाँ इसे सिस्टम के अपने टास्क से शुरू करें।</translation>
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
        <source>SalesMate Sync wins</source>
        <translation>SalesMate Sync मान्य</translation>
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
        <source>{n} change waits to be sent</source>
        <translation>{n} बदलाव भेजा जाना बाकी है</translation>
    </message>
    <message>
        <source>{n} changes wait to be sent</source>
        <translation>{n} बदलाव भेजे जाने बाकी हैं</translation>
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
        <source>State</source>
        <translation>राज्य</translation>
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
        <source>More than {n} changes wait to be sent</source>
        <translation>{n} से ज़्यादा बदलाव भेजे जाने बाकी हैं</translation>
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
        <source>Choose Customer, Item, Estimate, Invoice and Payment there, each with all that can be told of it: create, update, delete, merge, void.</source>
        <translation>वहाँ Customer, Item, Estimate, Invoice और Payment चुनें, और हर एक के लिए वह सब जिसकी सूचना मिल सकती है: create, update, delete, merge, void।</translation>
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
        <source>Nothing is to be done in Zoho: SalesMate Sync registers there by itself, and renews that every day. The line below the webhooks says until when it is good.</source>
        <translation>Zoho में कुछ नहीं करना है: SalesMate Sync वहाँ अपने आप पंजीकरण करता है और उसे हर दिन नया करता है। वेबहुक की सूची के नीचे लिखा रहता है कि वह कब तक चलेगा।</translation>
    </message>
    <message>
        <source>Without such an address there are no events from Zoho. Nothing gets lost by that: it is asked at each ordinary sync.</source>
        <translation>ऐसे पते के बिना Zoho से सूचनाएँ नहीं आतीं। इससे कुछ छूटता नहीं: हर सामान्य सिंक में उससे पूछा जाता है।</translation>
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
        <source>Register now</source>
        <translation>अभी पंजीकरण करें</translation>
    </message>
    <message>
        <source>End the registration</source>
        <translation>पंजीकरण समाप्त करें</translation>
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
        <source>Meanwhile {system} is asked for changes at each ordinary sync: {often}.</source>
        <translation>तब तक हर सामान्य सिंक में {system} से बदलाव पूछे जाते हैं: {often}।</translation>
    </message>
    <message>
        <source>Goes: this webhook's address, its token and secret, and the list of its events. Events that still wait are not worked off.
Stays: every record, and the ordinary syncs of {name}; they find what changes.</source>
        <translation>हटेगा: इस वेबहुक का पता, इसका टोकन और गुप्त कुंजी, और इसकी सूचनाओं की सूची। जो सूचनाएँ अभी रुकी हैं, वे नहीं निपटेंगी।
रहेगा: हर रिकॉर्ड, और {name} के सामान्य सिंक; जो बदलेगा वह उनसे मिल जाएगा।</translation>
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
        <source>Not registered with {system} yet; it is tried again by itself.</source>
        <translation>{system} में पंजीकरण अभी नहीं हुआ; अपने आप फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>The other system does not notice: take the address out there, too.</source>
        <translation>दूसरे सिस्टम को पता नहीं चलता: वहाँ से भी यह पता हटा दें।</translation>
    </message>
    <message>
        <source>{system} is told. If it can't be reached just then, what it has registered ends by itself within a week.</source>
        <translation>{system} को बता दिया जाता है। यदि उस समय उस तक पहुँच न हो, तो वहाँ का पंजीकरण एक हफ़्ते के भीतर अपने आप समाप्त हो जाता है।</translation>
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
        <source>Registered with {system} until {time}; it is renewed by itself.</source>
        <translation>{system} में {time} तक पंजीकृत; यह अपने आप नया होता रहता है।</translation>
    </message>
    <message>
        <source>Registered with {system}.</source>
        <translation>{system} में पंजीकृत।</translation>
    </message>
    <message>
        <source>It is registered with {system} in a moment.</source>
        <translation>{system} में पंजीकरण कुछ ही पल में होगा।</translation>
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
        <source>{module} holds your {what}.</source>
        <translation>{module} में आपके {what} रखे हैं।</translation>
    </message>
    <message>
        <source>Keep our own number in a field of {system}</source>
        <translation>हमारा अपना नंबर {system} के एक फ़ील्ड में रखें</translation>
    </message>
    <message>
        <source>So nothing is created twice: when an answer gets lost on the way, the record is found again by this number. Without it records are told apart by their usual fields (e-mail, name). The field is “{name}”; it is made if it isn't there.</source>
        <translation>इससे कुछ भी दो बार नहीं बनता: जवाब रास्ते में खो जाए, तो रिकॉर्ड इसी नंबर से फिर मिल जाता है। इसके बिना रिकॉर्ड अपने सामान्य फ़ील्ड (ई-मेल, नाम) से पहचाने जाते हैं। फ़ील्ड का नाम “{name}” है; न हो तो बना दिया जाता है।</translation>
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
        <source>Where in {system}: {what}</source>
        <translation>{system} में कहाँ: {what}</translation>
    </message>
    <message>
        <source>The records here are linked to those: another place would need a connection of its own.</source>
        <translation>यहाँ के रिकॉर्ड वहाँ के रिकॉर्ड से जुड़े हैं: दूसरी जगह के लिए अलग कनेक्शन चाहिए।</translation>
    </message>
    <message>
        <source>Choose another place for them to sync these, too.</source>
        <translation>इन्हें भी सिंक करने के लिए उनके लिए दूसरी जगह चुनें।</translation>
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
        <source>Choose later: what needs it waits here until it is done under Connections &gt; Sync settings</source>
        <translation>बाद में चुनें: जब तक यह कनेक्शन &gt; सिंक सेटिंग में न हो, जिसे इसकी ज़रूरत है वह यहीं रुकता है</translation>
    </message>
    <message>
        <source>{n} choice that is needed is open: make it above, or tick “Choose later”.</source>
        <translation>{n} ज़रूरी विकल्प अभी नहीं चुना गया: ऊपर चुनें, या “बाद में चुनें” पर निशान लगाएँ।</translation>
    </message>
    <message>
        <source>{n} choices that are needed are open: make them above, or tick “Choose later”.</source>
        <translation>{n} ज़रूरी विकल्प अभी नहीं चुने गए: ऊपर चुनें, या “बाद में चुनें” पर निशान लगाएँ।</translation>
    </message>
    <message>
        <source>An example: a key in a header, pages by number</source>
        <translation>उदाहरण: हेडर में कुंजी, नंबर वाले पेज</translation>
    </message>
    <message>
        <source>An example: OAuth, a mark for the next page, events</source>
        <translation>उदाहरण: OAuth, अगले पेज का निशान, घटनाएँ</translation>
    </message>
    <message>
        <source>An example: user and password, the next page in a header</source>
        <translation>उदाहरण: उपयोगकर्ता और पासवर्ड, अगला पेज हेडर में</translation>
    </message>
    <message>
        <source>A key, as Authorization: Bearer</source>
        <translation>कुंजी, Authorization: Bearer के रूप में</translation>
    </message>
    <message>
        <source>A key in a header of its own</source>
        <translation>अपने अलग हेडर में कुंजी</translation>
    </message>
    <message>
        <source>A key in the address</source>
        <translation>पते में कुंजी</translation>
    </message>
    <message>
        <source>OAuth 2.0: the program signs in by itself</source>
        <translation>OAuth 2.0: प्रोग्राम खुद साइन इन करता है</translation>
    </message>
    <message>
        <source>OAuth 2.0: a person signs in in the browser</source>
        <translation>OAuth 2.0: कोई व्यक्ति ब्राउज़र में साइन इन करता है</translation>
    </message>
    <message>
        <source>It comes in one piece</source>
        <translation>वह एक साथ पूरी आती है</translation>
    </message>
    <message>
        <source>Pages are counted</source>
        <translation>पेज गिने जाते हैं</translation>
    </message>
    <message>
        <source>Rows are counted</source>
        <translation>पंक्तियाँ गिनी जाती हैं</translation>
    </message>
    <message>
        <source>The answer has a mark for the next page</source>
        <translation>जवाब में अगले पेज का निशान होता है</translation>
    </message>
    <message>
        <source>The answer has the next page's address</source>
        <translation>जवाब में अगले पेज का पता होता है</translation>
    </message>
    <message>
        <source>{resource}: the list</source>
        <translation>{resource}: सूची</translation>
    </message>
    <message>
        <source>{resource}: one record</source>
        <translation>{resource}: एक रिकॉर्ड</translation>
    </message>
    <message>
        <source>{resource}: what was deleted</source>
        <translation>{resource}: जो मिटाया गया</translation>
    </message>
    <message>
        <source>Name of “changed since”</source>
        <translation>“तब से बदला” का नाम</translation>
    </message>
    <message>
        <source>In the address; like updated_since.</source>
        <translation>पते में; जैसे updated_since।</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>हेडर का नाम</translation>
    </message>
    <message>
        <source>Like X-Auth-Key.</source>
        <translation>जैसे X-Auth-Key।</translation>
    </message>
    <message>
        <source>Its name in the address</source>
        <translation>पते में उसका नाम</translation>
    </message>
    <message>
        <source>Like api_key.</source>
        <translation>जैसे api_key।</translation>
    </message>
    <message>
        <source>Address for tokens</source>
        <translation>टोकन का पता</translation>
    </message>
    <message>
        <source>Address of the sign-in page</source>
        <translation>साइन इन पेज का पता</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>स्कोप</translation>
    </message>
    <message>
        <source>What the program may do, with a space between.</source>
        <translation>प्रोग्राम क्या कर सकता है, बीच में खाली जगह देकर।</translation>
    </message>
    <message>
        <source>Name of the page</source>
        <translation>पेज का नाम</translation>
    </message>
    <message>
        <source>In the address; like page or offset.</source>
        <translation>पते में; जैसे page या offset।</translation>
    </message>
    <message>
        <source>Where the next one stands</source>
        <translation>अगला कहाँ लिखा है</translation>
    </message>
    <message>
        <source>Its place in the answer, like meta.next.</source>
        <translation>जवाब में उसकी जगह, जैसे meta.next।</translation>
    </message>
    <message>
        <source>Or in which header</source>
        <translation>या किस हेडर में</translation>
    </message>
    <message>
        <source>Like Link.</source>
        <translation>जैसे Link।</translation>
    </message>
    <message>
        <source>Name of the size</source>
        <translation>आकार का नाम</translation>
    </message>
    <message>
        <source>In the address; like limit.</source>
        <translation>पते में; जैसे limit।</translation>
    </message>
    <message>
        <source>Records of a page</source>
        <translation>एक पेज के रिकॉर्ड</translation>
    </message>
    <message>
        <source>100 if you say nothing.</source>
        <translation>कुछ न लिखें तो 100।</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>पाथ</translation>
    </message>
    <message>
        <source>Behind the address, like /customers.</source>
        <translation>पते के बाद, जैसे /customers।</translation>
    </message>
    <message>
        <source>Where the list stands</source>
        <translation>सूची कहाँ है</translation>
    </message>
    <message>
        <source>Its place in the answer, like data or result.items; empty if the answer is the list.</source>
        <translation>जवाब में उसकी जगह, जैसे data या result.items; जवाब ही सूची हो तो खाली छोड़ें।</translation>
    </message>
    <message>
        <source>Field with the id</source>
        <translation>id वाला फ़ील्ड</translation>
    </message>
    <message>
        <source>id if you say nothing.</source>
        <translation>कुछ न लिखें तो id।</translation>
    </message>
    <message>
        <source>Field with the name</source>
        <translation>नाम वाला फ़ील्ड</translation>
    </message>
    <message>
        <source>By which a person knows the record.</source>
        <translation>जिससे कोई व्यक्ति रिकॉर्ड को पहचानता है।</translation>
    </message>
    <message>
        <source>Listed in the order of</source>
        <translation>सूची का क्रम</translation>
    </message>
    <message>
        <source>A field that never changes.</source>
        <translation>ऐसा फ़ील्ड जो कभी नहीं बदलता।</translation>
    </message>
    <message>
        <source>Field with the last change</source>
        <translation>आख़िरी बदलाव वाला फ़ील्ड</translation>
    </message>
    <message>
        <source>Like updated_at. Without it the whole list is read each time.</source>
        <translation>जैसे updated_at। इसके बिना हर बार पूरी सूची पढ़ी जाती है।</translation>
    </message>
    <message>
        <source>One record can be read alone</source>
        <translation>एक रिकॉर्ड अकेले पढ़ा जा सकता है</translation>
    </message>
    <message>
        <source>Records can be made there</source>
        <translation>वहाँ रिकॉर्ड बनाए जा सकते हैं</translation>
    </message>
    <message>
        <source>Records can be changed there</source>
        <translation>वहाँ रिकॉर्ड बदले जा सकते हैं</translation>
    </message>
    <message>
        <source>Records can be deleted there</source>
        <translation>वहाँ रिकॉर्ड मिटाए जा सकते हैं</translation>
    </message>
    <message>
        <source>Line {n}</source>
        <translation>पंक्ति {n}</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>कोई जवाब नहीं आया।</translation>
    </message>
    <message>
        <source>Status {n}</source>
        <translation>स्टेटस {n}</translation>
    </message>
    <message>
        <source>Which field of “{list}” is which of ours? Their fields are read from the first records of the list.</source>
        <translation>“{list}” का कौन-सा फ़ील्ड हमारा कौन-सा है? उनके फ़ील्ड सूची के पहले रिकॉर्डों से पढ़े जाते हैं।</translation>
    </message>
    <message>
        <source>Name of the system</source>
        <translation>सिस्टम का नाम</translation>
    </message>
    <message>
        <source>List</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation>सूची जोड़ें</translation>
    </message>
    <message>
        <source>Remove this list</source>
        <translation>यह सूची हटाएँ</translation>
    </message>
    <message>
        <source>Its name here</source>
        <translation>यहाँ उसका नाम</translation>
    </message>
    <message>
        <source>Our kind of record</source>
        <translation>हमारे रिकॉर्ड का प्रकार</translation>
    </message>
    <message>
        <source>How a long list comes</source>
        <translation>लंबी सूची कैसे आती है</translation>
    </message>
    <message>
        <source>Read its fields</source>
        <translation>उसके फ़ील्ड पढ़ें</translation>
    </message>
    <message>
        <source>Say under Lists which of our records “{list}” are. Then their fields can be linked here.</source>
        <translation>“सूचियाँ” में बताएँ कि “{list}” हमारे कौन-से रिकॉर्ड हैं। तब उनके फ़ील्ड यहाँ लिंक किए जा सकते हैं।</translation>
    </message>
    <message>
        <source>Chosen more than once, the first one counts: {fields}</source>
        <translation>एक से ज़्यादा बार चुना गया, पहला माना जाएगा: {fields}</translation>
    </message>
    <message>
        <source>None of ours</source>
        <translation>हमारा कोई नहीं</translation>
    </message>
    <message>
        <source>Pages, of all lists</source>
        <translation>सभी सूचियों के पेज</translation>
    </message>
    <message>
        <source>Address and login</source>
        <translation>पता और लॉगिन</translation>
    </message>
    <message>
        <source>As a text</source>
        <translation>टेक्स्ट के रूप में</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>यहाँ से शुरू करें</translation>
    </message>
    <message>
        <source>Nothing: I fill in the form</source>
        <translation>कुछ नहीं: फ़ॉर्म मैं भरता हूँ</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>यही लें</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>फ़ाइल खोलें…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>फ़ाइल में सहेजें…</translation>
    </message>
    <message>
        <source>How does the other system talk?</source>
        <translation>दूसरा सिस्टम कैसे बात करता है?</translation>
    </message>
    <message>
        <source>A definition says how. Fill it in here step by step, or open one that somebody has made. Passwords and keys are never part of it.</source>
        <translation>यह एक परिभाषा बताती है। उसे यहाँ एक-एक चरण में भरें, या किसी की बनाई हुई खोलें। पासवर्ड और कुंजियाँ उसमें कभी नहीं होतीं।</translation>
    </message>
    <message>
        <source>Open a definition</source>
        <translation>परिभाषा खोलें</translation>
    </message>
    <message>
        <source>Save the definition</source>
        <translation>परिभाषा सहेजें</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>{name} के नाम से सहेजी गई</translation>
    </message>
    <message>
        <source>No password or key is in it.</source>
        <translation>इसमें कोई पासवर्ड या कुंजी नहीं है।</translation>
    </message>
    <message>
        <source>Begin with it: what stands here goes</source>
        <translation>इससे शुरू करें: यहाँ जो है वह हट जाएगा</translation>
    </message>
    <message>
        <source>Definitions (*.yaml *.yml *.json)</source>
        <translation>परिभाषाएँ (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>The fields were read. Choose which of ours each of them is.</source>
        <translation>फ़ील्ड पढ़ लिए गए। चुनें कि हर एक हमारा कौन-सा फ़ील्ड है।</translation>
    </message>
    <message>
        <source>Nothing would be synced yet</source>
        <translation>अभी कुछ भी सिंक नहीं होगा</translation>
    </message>
    <message>
        <source>Say under Lists which of our records they are, and link their fields under Fields.</source>
        <translation>“सूचियाँ” में बताएँ कि वे हमारे कौन-से रिकॉर्ड हैं, और “फ़ील्ड” में उनके फ़ील्ड लिंक करें।</translation>
    </message>
    <message>
        <source>{name} can't be written.</source>
        <translation>{name} में लिखा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Choose another place for it.</source>
        <translation>उसके लिए कोई और जगह चुनें।</translation>
    </message>
    <message>
        <source>The definition as a text</source>
        <translation>टेक्स्ट के रूप में परिभाषा</translation>
    </message>
    <message>
        <source>What is wrong in it</source>
        <translation>इसमें क्या ग़लत है</translation>
    </message>
    <message>
        <source>{n} thing is wrong</source>
        <translation>{n} बात ग़लत है</translation>
    </message>
    <message>
        <source>{n} things are wrong</source>
        <translation>{n} बातें ग़लत हैं</translation>
    </message>
    <message>
        <source>What is to be asked</source>
        <translation>क्या पूछना है</translation>
    </message>
    <message>
        <source>Id of the record</source>
        <translation>रिकॉर्ड की id</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>क्या पूछा गया</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>क्या जवाब आया</translation>
    </message>
    <message>
        <source>A trial reads only: nothing is changed in the other system.</source>
        <translation>आज़माने पर सिर्फ़ पढ़ा जाता है: दूसरे सिस्टम में कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>Press one of them to come to its line.</source>
        <translation>उसकी पंक्ति पर जाने के लिए उनमें से किसी को दबाएँ।</translation>
    </message>
    <message>
        <source>It can be used</source>
        <translation>यह इस्तेमाल की जा सकती है</translation>
    </message>
    <message>
        <source>Try it, and look at the answer</source>
        <translation>आज़माएँ और जवाब देखें</translation>
    </message>
    <message>
        <source>Asked (keys and passwords are not shown)</source>
        <translation>पूछा गया (कुंजियाँ और पासवर्ड नहीं दिखाए जाते)</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>जवाब</translation>
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
        <source>The sync failed</source>
        <translation>सिंक विफल हुआ</translation>
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
        <source>SAP ECC and S/4HANA are often reached by RFC. This program does not speak it: SAP's software for it must not be handed on. Have what you need published there as an OData service (SAP Gateway) and enter that one's address here, or as a REST service and connect it as “Another system”. A developer can also add RFC as a plugin of your own.</source>
        <translation>SAP ECC और S/4HANA तक अक्सर RFC से पहुँचा जाता है। यह प्रोग्राम RFC नहीं बोलता: उसके लिए SAP का सॉफ़्टवेयर आगे नहीं दिया जा सकता। जो चाहिए उसे वहाँ OData सेवा (SAP Gateway) के रूप में उपलब्ध करवाएँ और उसका पता यहाँ लिखें, या REST सेवा के रूप में और उसे “कोई और सिस्टम” के रूप में जोड़ें। कोई डेवलपर RFC को आपके अपने प्लगइन के रूप में भी जोड़ सकता है।</translation>
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
        <source>When nothing changed, a sync asks {system} a few short questions; nobody working there notices it.</source>
        <translation>जब कुछ नहीं बदला हो, तो सिंक {system} से कुछ छोटे सवाल ही पूछता है; वहाँ काम करने वाले किसी को पता नहीं चलता।</translation>
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
        <source>By a plug-in that is installed on this PC.</source>
        <translation>इस PC पर लगे एक प्लग-इन से।</translation>
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
<context>
    <name>below</name>
    <message>
        <source>“{1}” is not chosen yet, and {2} wants one. Nothing of this record was sent.</source>
        <translation>“{1}” अभी नहीं चुना गया है, और {2} को यह चाहिए। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>“{1}” is no longer in {2}, and it was chosen as “{3}”. Nothing of this record was sent.</source>
        <translation>“{1}” अब {2} में नहीं है, और उसे “{3}” के रूप में चुना गया था। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>A call of the definition {1}. Nothing of this record was sent.</source>
        <translation>परिभाषा की एक कॉल {1}। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>A call of the definition {1}. Nothing was asked.</source>
        <translation>परिभाषा की एक कॉल {1}। कुछ नहीं पूछा गया।</translation>
    </message>
    <message>
        <source>can't be sent: the header {1} would hold characters that none may</source>
        <translation>नहीं भेजी जा सकती: हेडर {1} में ऐसे अक्षर होते जो उसमें नहीं आ सकते</translation>
    </message>
    <message>
        <source>Set the kind of login to {1}, or change “authentication” in the definition.</source>
        <translation>लॉगिन-प्रकार {1} चुनें, या परिभाषा में “authentication” बदलें।</translation>
    </message>
    <message>
        <source>The setting “{1}” of this connection is empty, or can't be sent as it is.</source>
        <translation>इस कनेक्शन की सेटिंग “{1}” खाली है, या जैसी है वैसी भेजी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>The connection leads to other books now: “{1}” instead of “{2}”.</source>
        <translation>कनेक्शन अब दूसरी बहियों तक जाता है: “{2}” की जगह “{1}”।</translation>
    </message>
    <message>
        <source>{1} does not say whose books these are. Nothing was read or written.</source>
        <translation>{1} नहीं बताता कि ये बहियाँ किसकी हैं। न कुछ पढ़ा गया, न लिखा गया।</translation>
    </message>
    <message>
        <source>The definition of this connection has no resource “{1}” (any more). Nothing was read or written.</source>
        <translation>इस कनेक्शन की परिभाषा में “{1}” नाम का संसाधन (अब) नहीं है। न कुछ पढ़ा गया, न लिखा गया।</translation>
    </message>
    <message>
        <source>It describes {1}: {2}.</source>
        <translation>यह {1} का वर्णन करती है: {2}।</translation>
    </message>
    <message>
        <source>The books are “{1}”.</source>
        <translation>बहियाँ “{1}” हैं।</translation>
    </message>
    <message>
        <source>One record was read of each: {1}.</source>
        <translation>हर एक का एक रिकॉर्ड पढ़ा गया: {1}।</translation>
    </message>
    <message>
        <source>One record was read of {1}. There are none yet of the others.</source>
        <translation>{1} का एक-एक रिकॉर्ड पढ़ा गया। बाकी के अभी कोई नहीं हैं।</translation>
    </message>
    <message>
        <source>The definition doesn't say in which order {1} are listed. While somebody changes records there, one may be passed by; the daily check finds it.</source>
        <translation>परिभाषा नहीं बताती कि {1} किस क्रम में आते हैं। जब वहाँ कोई रिकॉर्ड बदल रहा हो, तब कोई एक छूट सकता है; रोज़ की जाँच उसे ढूँढ लेती है।</translation>
    </message>
    <message>
        <source>{1} does not accept the login.</source>
        <translation>{1} यह लॉगिन स्वीकार नहीं करता।</translation>
    </message>
    <message>
        <source>The login is not allowed to do this in {1}.</source>
        <translation>{1} में इस लॉगिन को यह करने की अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>Give its user the permission in {1}.</source>
        <translation>{1} में इसके उपयोगकर्ता को अनुमति दें।</translation>
    </message>
    <message>
        <source>{1} can't serve us just now.</source>
        <translation>{1} अभी हमारा काम नहीं कर सकता।</translation>
    </message>
    <message>
        <source>Somebody changed this record in {1} in the meantime.</source>
        <translation>इस बीच किसी ने {1} में यह रिकॉर्ड बदल दिया।</translation>
    </message>
    <message>
        <source>The record is not in {1} (any more).</source>
        <translation>रिकॉर्ड {1} में (अब) नहीं है।</translation>
    </message>
    <message>
        <source>{1} has such a record already. Nothing was sent over it.</source>
        <translation>{1} में ऐसा रिकॉर्ड पहले से है। उसके ऊपर कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} did not take this record{2}. Nothing of it was changed.</source>
        <translation>{1} ने यह रिकॉर्ड नहीं लिया{2}। उसमें कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>{1} did not understand what it was asked (status {2}). Nothing was read or written.</source>
        <translation>{1} को जो पूछा गया वह समझ नहीं आया (स्थिति {2})। न कुछ पढ़ा गया, न लिखा गया।</translation>
    </message>
    <message>
        <source>Look at the call “{1}” in the connection's definition.</source>
        <translation>कनेक्शन की परिभाषा में कॉल “{1}” देखें।</translation>
    </message>
    <message>
        <source>{1} has nothing at the address of this call (status {2}). Nothing was read or written.</source>
        <translation>इस कॉल के पते पर {1} में कुछ नहीं है (स्थिति {2})। न कुछ पढ़ा गया, न लिखा गया।</translation>
    </message>
    <message>
        <source>The definition is longer than {1} KB.</source>
        <translation>परिभाषा {1} KB से लंबी है।</translation>
    </message>
    <message>
        <source>“!{1}” is not possible here.</source>
        <translation>“!{1}” यहाँ संभव नहीं है।</translation>
    </message>
    <message>
        <source>“{1}” stands here twice.</source>
        <translation>“{1}” यहाँ दो बार है।</translation>
    </message>
    <message>
        <source>“{1}” is missing here.</source>
        <translation>यहाँ “{1}” नहीं है।</translation>
    </message>
    <message>
        <source>Add a line “{1}: …”.</source>
        <translation>पंक्ति “{1}: …” जोड़ें।</translation>
    </message>
    <message>
        <source>Did you mean “{1}”?</source>
        <translation>क्या आपका मतलब “{1}” था?</translation>
    </message>
    <message>
        <source>“{1}” is not known here.</source>
        <translation>“{1}” यहाँ जाना हुआ नहीं है।</translation>
    </message>
    <message>
        <source>A definition {1}</source>
        <translation>परिभाषा {1}</translation>
    </message>
    <message>
        <source>Possible is {1}.</source>
        <translation>संभव है: {1}।</translation>
    </message>
    <message>
        <source>Give it a {1}.{2}</source>
        <translation>उसे {1} दें।{2}</translation>
    </message>
    <message>
        <source>must be at least {1}.</source>
        <translation>कम से कम {1} होना चाहिए।</translation>
    </message>
    <message>
        <source>must be at most {1}.</source>
        <translation>ज़्यादा से ज़्यादा {1} होना चाहिए।</translation>
    </message>
    <message>
        <source>must be {1}.</source>
        <translation>{1} होना चाहिए।</translation>
    </message>
    <message>
        <source>{1} answers the same page again and again: the list would never end. What came before is kept.</source>
        <translation>{1} बार-बार वही पन्ना देता है: सूची कभी ख़त्म न होती। जो पहले आया वह रखा गया है।</translation>
    </message>
    <message>
        <source>There is no list at “{1}” in the answer of {2}; nothing of it was used.</source>
        <translation>{2} के जवाब में “{1}” पर कोई सूची नहीं है; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>The answer of {1} is no list; nothing of it was used.</source>
        <translation>{1} का जवाब सूची नहीं है; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>A value of this record is not what the definition says it is ({1}). The record was left as it is.</source>
        <translation>इस रिकॉर्ड का एक मान वैसा नहीं है जैसा परिभाषा कहती है ({1})। रिकॉर्ड जैसा था वैसा छोड़ दिया गया।</translation>
    </message>
    <message>
        <source>There is no resource “{1}”.</source>
        <translation>“{1}” नाम का कोई संसाधन नहीं है।</translation>
    </message>
    <message>
        <source>It is not said of which record: no {1} is in it.</source>
        <translation>यह नहीं बताया गया कि किस रिकॉर्ड का: इसमें {1} नहीं है।</translation>
    </message>
    <message>
        <source>Put {1} into the path.</source>
        <translation>पथ में {1} रखें।</translation>
    </message>
    <message>
        <source>This template {1}.</source>
        <translation>यह साँचा {1}।</translation>
    </message>
    <message>
        <source>“{1}” looks like a secret, and a definition can be read by everybody.</source>
        <translation>“{1}” गोपनीय लगता है, और परिभाषा हर कोई पढ़ सकता है।</translation>
    </message>
    <message>
        <source>Nothing asks for what changed: no {1} is in it.</source>
        <translation>क्या बदला, यह कोई नहीं पूछता: इसमें {1} नहीं है।</translation>
    </message>
    <message>
        <source>Put {1} into a parameter or a header.</source>
        <translation>{1} को किसी पैरामीटर या हेडर में रखें।</translation>
    </message>
    <message>
        <source>{1} is used, but no field is named as the version.</source>
        <translation>{1} काम में लिया गया है, पर किसी फ़ील्ड को संस्करण नहीं बताया गया।</translation>
    </message>
    <message>
        <source>{1} and {2} are read just before.</source>
        <translation>{1} और {2} ठीक पहले पढ़े जाते हैं।</translation>
    </message>
    <message>
        <source>“{1}” is not a kind of record of ours.</source>
        <translation>“{1}” हमारे रिकॉर्ड का कोई प्रकार नहीं है।</translation>
    </message>
    <message>
        <source>We have no field “{1}” there.</source>
        <translation>वहाँ हमारा “{1}” नाम का कोई फ़ील्ड नहीं है।</translation>
    </message>
    <message>
        <source>There is {1}.</source>
        <translation>ये उपलब्ध हैं: {1}।</translation>
    </message>
    <message>
        <source>The definition of this connection can't be used. {1}</source>
        <translation>इस कनेक्शन की परिभाषा काम में नहीं ली जा सकती। {1}</translation>
    </message>
    <message>
        <source>The rows of {1} are no records. Nothing of them was used.</source>
        <translation>{1} की पंक्तियाँ रिकॉर्ड नहीं हैं। उनमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>A record of {1} has no “{2}”. Nothing of that page was used.</source>
        <translation>{1} के एक रिकॉर्ड में “{2}” नहीं है। उस पन्ने का कुछ भी काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>{1} answered another record than was asked for; nothing of it was used.</source>
        <translation>{1} ने वह रिकॉर्ड नहीं दिया जो माँगा गया था; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>It can't be told whether “{1}” was made in {2}.</source>
        <translation>यह नहीं कहा जा सकता कि “{1}” {2} में बना या नहीं।</translation>
    </message>
    <message>
        <source>Look for it in {1}. With “hub_key” or “find” in the connection's definition this is found out by itself.</source>
        <translation>उसे {1} में ढूँढें। कनेक्शन की परिभाषा में “hub_key” या “find” होने पर यह अपने-आप पता चलता है।</translation>
    </message>
    <message>
        <source>has a “{1}” that belongs to no name: write it twice for a brace</source>
        <translation>में ऐसा “{1}” है जो किसी नाम का नहीं: कोष्ठक के लिए उसे दो बार लिखें</translation>
    </message>
    <message>
        <source>has no name in “{1}”</source>
        <translation>में “{1}” के अंदर नाम नहीं है</translation>
    </message>
    <message>
        <source>has {1} beside other text: it must stand alone</source>
        <translation>में {1} दूसरे पाठ के साथ है: उसे अकेला होना चाहिए</translation>
    </message>
    <message>
        <source>names “{1}”, which there is not here; known are {2}</source>
        <translation>“{1}” का नाम लेता है, जो यहाँ नहीं है; यहाँ ये हैं: {2}</translation>
    </message>
    <message>
        <source>is no formula that can be used: {1}</source>
        <translation>काम का सूत्र नहीं है: {1}</translation>
    </message>
    <message>
        <source>“{1}” can't be “{2}”: another kind of value is wanted there. Nothing of this record was sent.</source>
        <translation>“{1}” “{2}” नहीं हो सकता: वहाँ दूसरे प्रकार का मान चाहिए। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>“{1}” can't be “{2}”: a number is wanted there. Nothing of this record was sent.</source>
        <translation>“{1}” “{2}” नहीं हो सकता: वहाँ संख्या चाहिए। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>“{1}” has more digits than can be sent ({2}). Nothing of this record was sent.</source>
        <translation>“{1}” में इतने अंक हैं कि भेजे नहीं जा सकते ({2})। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>“{1}” has no call “{2}”.</source>
        <translation>“{1}” में “{2}” नाम की कॉल नहीं है।</translation>
    </message>
    <message>
        <source>{1} records; the first is “{2}” with the id {3}. {4}</source>
        <translation>{1} रिकॉर्ड; पहला “{2}” है, जिसकी id {3} है। {4}</translation>
    </message>
    <message>
        <source>The answer came (status {1}).</source>
        <translation>जवाब आया (स्थिति {1})।</translation>
    </message>
    <message>
        <source>By its definition no new records are made in {1}. Nothing was sent.</source>
        <translation>परिभाषा के अनुसार {1} में नए रिकॉर्ड नहीं बनाए जाते। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>By its definition no records are changed in {1}. Nothing was sent.</source>
        <translation>परिभाषा के अनुसार {1} में रिकॉर्ड बदले नहीं जाते। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>By its definition no records are deleted in {1}. Nothing was sent.</source>
        <translation>परिभाषा के अनुसार {1} में रिकॉर्ड हटाए नहीं जाते। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Do it in {1} itself, or add the call to the connection's definition.</source>
        <translation>यह {1} में ही करें, या कनेक्शन की परिभाषा में वह कॉल जोड़ें।</translation>
    </message>
    <message>
        <source>Line {1} ({2}): {3}</source>
        <translation>पंक्ति {1} ({2}): {3}</translation>
    </message>
    <message>
        <source>Line {1}: {2}</source>
        <translation>पंक्ति {1}: {2}</translation>
    </message>
    <message>
        <source>{1} more of its lines are wrong.</source>
        <translation>उसकी {1} और पंक्तियाँ ग़लत हैं।</translation>
    </message>
    <message>
        <source>What {1} answered can't be read; nothing of it was used.</source>
        <translation>{1} का जवाब पढ़ा नहीं जा सका; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>{1} does not accept the login any more.</source>
        <translation>{1} अब यह लॉगिन स्वीकार नहीं करता।</translation>
    </message>
    <message>
        <source>{1} could not answer just now (status {2}).</source>
        <translation>{1} अभी जवाब नहीं दे सका (स्थिति {2})।</translation>
    </message>
    <message>
        <source>{1} did not answer in time.</source>
        <translation>{1} ने समय पर जवाब नहीं दिया।</translation>
    </message>
    <message>
        <source>What {1} answered can't be unpacked; nothing of it was used.</source>
        <translation>{1} का जवाब खोला नहीं जा सका; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>The answer of {1} was cut off; nothing of it was used.</source>
        <translation>{1} का जवाब बीच में कट गया; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>{1} could not prove that it is {2}: its certificate is not trusted. Nothing was sent.</source>
        <translation>{1} साबित नहीं कर सका कि वह {2} है: उसके प्रमाणपत्र पर भरोसा नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} could not be reached at {2}. Nothing was sent.</source>
        <translation>{2} पर {1} तक नहीं पहुँच सके। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} shows another certificate than the one that was trusted for {2}. Nothing was sent. Trusted: {3}. Shown now: {4}.</source>
        <translation>{1} उससे अलग प्रमाणपत्र दिखाता है जिस पर {2} के लिए भरोसा किया गया था। कुछ नहीं भेजा गया। भरोसा था: {3}। अब दिखाया गया: {4}।</translation>
    </message>
    <message>
        <source>It was sent to {1}, but no answer came: it may or may not have been taken.</source>
        <translation>यह {1} को भेजा गया, पर कोई जवाब नहीं आया: हो सकता है लिया गया हो, हो सकता है नहीं।</translation>
    </message>
    <message>
        <source>The answer of {1} is larger than {2} MB; nothing of it was used.</source>
        <translation>{1} का जवाब {2} MB से बड़ा है; उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>{1} had not done answering after {2} s.</source>
        <translation>{1} का जवाब {2} सेकंड में भी पूरा नहीं हुआ।</translation>
    </message>
    <message>
        <source>The address of {1} begins with http:// and would send the login unprotected. Nothing was sent.</source>
        <translation>{1} का पता http:// से शुरू होता है और लॉगिन को असुरक्षित भेजता। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} pointed to another server ({2}). It was not asked, and nothing was sent there.</source>
        <translation>{1} ने दूसरे सर्वर ({2}) पर भेजा। उससे कुछ नहीं पूछा गया, और वहाँ कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} answers that this address has moved.</source>
        <translation>{1} बताता है कि यह पता बदल गया है।</translation>
    </message>
    <message>
        <source>{1}. What was done so far is kept.</source>
        <translation>{1}। अब तक जो हुआ वह सुरक्षित है।</translation>
    </message>
    <message>
        <source>{1} asks us to wait until {2}</source>
        <translation>{1} ने {2} तक रुकने को कहा है</translation>
    </message>
    <message>
        <source>The calls that {1} allows {2} are used up until {3}</source>
        <translation>{1} {2} जितनी कॉल की अनुमति देता है, वे {3} तक के लिए पूरी हो चुकी हैं</translation>
    </message>
    <message>
        <source>{1} answers at port {2}, but not over a protected connection (TLS). Nothing was sent.</source>
        <translation>{1} पोर्ट {2} पर जवाब देता है, पर सुरक्षित कनेक्शन (TLS) से नहीं। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} does not answer at port {2}.</source>
        <translation>{1} पोर्ट {2} पर जवाब नहीं देता।</translation>
    </message>
    <message>
        <source>{1} could not be reached at port {2}. Nothing was sent.</source>
        <translation>पोर्ट {2} पर {1} तक नहीं पहुँच सके। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The file of {1} can't be used: {2}. Nothing was sent.</source>
        <translation>{1} की फ़ाइल काम में नहीं ली जा सकती: {2}। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Another program has been renewing the login to {1} for long.</source>
        <translation>कोई दूसरा प्रोग्राम देर से {1} का लॉगिन नया कर रहा है।</translation>
    </message>
    <message>
        <source>Nobody has signed in to {1} for this connection yet, or the login has ended.</source>
        <translation>इस कनेक्शन के लिए अभी तक किसी ने {1} में साइन इन नहीं किया है, या लॉगिन समाप्त हो गया है।</translation>
    </message>
    <message>
        <source>{1} renews a login only so often. It can be used again from {2}.</source>
        <translation>{1} लॉगिन को एक सीमा तक ही नया करता है। उसे {2} से फिर काम में लिया जा सकता है।</translation>
    </message>
    <message>
        <source>{1} let you in for an hour only and gave no lasting login. Nothing was stored.</source>
        <translation>{1} ने केवल एक घंटे के लिए आने दिया और स्थायी लॉगिन नहीं दिया। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>Take SalesMate Sync off the list of connected programs in {1}, then begin again.</source>
        <translation>{1} में जुड़े हुए प्रोग्रामों की सूची से SalesMate Sync को हटाएँ, फिर से शुरू करें।</translation>
    </message>
    <message>
        <source>The answer of {1} did not arrive. {2}</source>
        <translation>{1} का जवाब नहीं पहुँचा। {2}</translation>
    </message>
    <message>
        <source>{1} can't sign anybody in just now.</source>
        <translation>{1} अभी किसी को साइन इन नहीं करा सकता।</translation>
    </message>
    <message>
        <source>{1} does not know one of the permissions that were asked for. Nothing was stored.</source>
        <translation>{1} माँगी गई अनुमतियों में से एक को नहीं जानता। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>{1} refused the sign-in and calls it {2}. Nothing was stored.</source>
        <translation>{1} ने साइन-इन अस्वीकार किया और कारण {2} बताया। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>What {1} answered is no login. Nothing was stored.</source>
        <translation>{1} का जवाब लॉगिन नहीं है। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>{1} does not accept the stored login any more.</source>
        <translation>{1} अब रखा हुआ लॉगिन स्वीकार नहीं करता।</translation>
    </message>
    <message>
        <source>This computer's clock is wrong by {1}: put it right, then begin the sign-in again.</source>
        <translation>इस कंप्यूटर की घड़ी {1} गलत है: उसे ठीक करें, फिर साइन-इन दोबारा शुरू करें।</translation>
    </message>
    <message>
        <source>{1} did not accept this sign-in: it is too old or was used already. Nothing was stored.</source>
        <translation>{1} ने यह साइन-इन स्वीकार नहीं किया: यह बहुत पुराना है या पहले काम में आ चुका है। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>{1} minutes</source>
        <translation>{1} मिनट</translation>
    </message>
    <message>
        <source>{1} hours</source>
        <translation>{1} घंटे</translation>
    </message>
    <message>
        <source>{1} does not know this client id, or its secret is another one. Nothing was stored.</source>
        <translation>{1} इस client id को नहीं जानता, या उसकी गुप्त कुंजी दूसरी है। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>SAP names a next page that is in another place ({1}). It was not asked, and nothing was sent there.</source>
        <translation>SAP ऐसा अगला पेज बताता है जो कहीं और ({1}) है। वहाँ कुछ नहीं पूछा गया और कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The sign-in leads to another company now: “{1}” instead of “{2}”.</source>
        <translation>साइन-इन अब दूसरी कंपनी का है: “{2}” के बजाय “{1}”।</translation>
    </message>
    <message>
        <source>The login to “{1}” in QuickBooks ends on {2}. Connect it again before that day.</source>
        <translation>QuickBooks में “{1}” का लॉगिन {2} को समाप्त होगा। उस दिन से पहले इसे फिर जोड़ें।</translation>
    </message>
    <message>
        <source>QuickBooks knows the login; it ends on {1}, also if it is used.</source>
        <translation>QuickBooks लॉगिन को पहचानता है; वह {1} को समाप्त होगा, काम में आता रहे तब भी।</translation>
    </message>
    <message>
        <source>QuickBooks knows the login; unused it ends on {1}.</source>
        <translation>QuickBooks लॉगिन को पहचानता है; काम में न आए तो वह {1} को समाप्त होगा।</translation>
    </message>
    <message>
        <source>QuickBooks knows the login; unused it ends on {1}, used on {2} at the latest.</source>
        <translation>QuickBooks लॉगिन को पहचानता है; काम में न आए तो वह {1} को समाप्त होगा, काम में आता रहे तो अधिक से अधिक {2} को।</translation>
    </message>
    <message>
        <source>The company is “{1}”.</source>
        <translation>कंपनी “{1}” है।</translation>
    </message>
    <message>
        <source>{1}; {2} metered reads by this connection in this month.</source>
        <translation>{1}; इस महीने इस कनेक्शन से {2} बार ऐसा पढ़ा गया जिसे QuickBooks गिनता है।</translation>
    </message>
    <message>
        <source>Line {1} names no product, and QuickBooks' lines need one. Nothing of this document was sent.</source>
        <translation>पंक्ति {1} में आइटम नहीं है, और QuickBooks की पंक्तियों में आइटम ज़रूरी है। इस दस्तावेज़ का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Line {1} has an amount and the quantity 0. Nothing of this document was sent.</source>
        <translation>पंक्ति {1} में रकम है पर मात्रा 0 है। इस दस्तावेज़ का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>QuickBooks refused the call and calls it {1}. Nothing of the answer was used.</source>
        <translation>QuickBooks ने अनुरोध अस्वीकार किया और कारण {1} बताया। जवाब में से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>QuickBooks refused this record and calls it {1}.</source>
        <translation>QuickBooks ने यह रिकॉर्ड अस्वीकार किया और कारण {1} बताया।</translation>
    </message>
    <message>
        <source>Put it right if the message says what is wrong. {1}</source>
        <translation>संदेश में बताया हो कि क्या गलत है, तो उसे ठीक करें। {1}</translation>
    </message>
    <message>
        <source>Custom field {1}</source>
        <translation>अपना फ़ील्ड {1}</translation>
    </message>
    <message>
        <source>{1} this month; Intuit's free tier ends at {2}, all your companies together</source>
        <translation>इस महीने {1}; Intuit की मुफ़्त सीमा आपकी सब कंपनियों को मिलाकर {2} है</translation>
    </message>
    <message>
        <source>A value of this record is not what QuickBooks says it is ({1}). The record was left as it is.</source>
        <translation>इस रिकॉर्ड का एक मान वैसा नहीं है जैसा QuickBooks बताता है ({1})। रिकॉर्ड जैसा है वैसा छोड़ा गया।</translation>
    </message>
    <message>
        <source>{1} QuickBooks' status page may tell more.</source>
        <translation>{1} QuickBooks के स्थिति पेज से ज़्यादा पता चल सकता है।</translation>
    </message>
    <message>
        <source>Something that the record names can't be used in QuickBooks: it is inactive, or of another kind{1}.</source>
        <translation>रिकॉर्ड में बताई गई कोई चीज़ QuickBooks में काम में नहीं ली जा सकती: वह निष्क्रिय है, या दूसरे प्रकार की है{1}।</translation>
    </message>
    <message>
        <source>A rule of QuickBooks stands against it{1}.</source>
        <translation>QuickBooks का एक नियम इसे रोकता है{1}।</translation>
    </message>
    <message>
        <source>QuickBooks takes no record without “{1}”, and it is missing.</source>
        <translation>QuickBooks “{1}” के बिना कोई रिकॉर्ड नहीं लेता, और यह नहीं भरा है।</translation>
    </message>
    <message>
        <source>A text is too long or too short for its field in QuickBooks{1}.</source>
        <translation>कोई टेक्स्ट QuickBooks में अपने फ़ील्ड के लिए बहुत लंबा या बहुत छोटा है{1}।</translation>
    </message>
    <message>
        <source>The amount of a line is not its quantity times its rate, which QuickBooks insists on{1}.</source>
        <translation>किसी पंक्ति की रकम उसकी मात्रा गुणा दर के बराबर नहीं है, और QuickBooks में यह ज़रूरी है{1}।</translation>
    </message>
    <message>
        <source>One of the values is not among the choices that QuickBooks has for its field{1}.</source>
        <translation>एक मान उन विकल्पों में नहीं है जो QuickBooks में उसके फ़ील्ड के लिए हैं{1}।</translation>
    </message>
    <message>
        <source>has {1} characters, and QuickBooks takes {2}</source>
        <translation>में {1} अक्षर हैं, और QuickBooks {2} लेता है</translation>
    </message>
    <message>
        <source>can't be “{1}”: that is not one e-mail address</source>
        <translation>में “{1}” नहीं हो सकता: यह एक ई-मेल पता नहीं है</translation>
    </message>
    <message>
        <source>can't be “{1}”: QuickBooks wants a number</source>
        <translation>में “{1}” नहीं हो सकता: QuickBooks को संख्या चाहिए</translation>
    </message>
    <message>
        <source>can't be “{1}”: QuickBooks wants a whole number there</source>
        <translation>में “{1}” नहीं हो सकता: QuickBooks को वहाँ पूर्ण संख्या चाहिए</translation>
    </message>
    <message>
        <source>has more digits than QuickBooks keeps ({1})</source>
        <translation>में QuickBooks जितने अंक रखता है उससे ज़्यादा हैं ({1})</translation>
    </message>
    <message>
        <source>can't be “{1}”: QuickBooks wants yes or no</source>
        <translation>में “{1}” नहीं हो सकता: QuickBooks को हाँ या नहीं चाहिए</translation>
    </message>
    <message>
        <source>can't be “{1}”: QuickBooks wants a date</source>
        <translation>में “{1}” नहीं हो सकता: QuickBooks को तारीख चाहिए</translation>
    </message>
    <message>
        <source>Choose one of these, or say in the mapping which of them it is: {1}.</source>
        <translation>इनमें से एक चुनें, या फ़ील्ड मेल में बताएँ कि यह इनमें से कौन सा है: {1}।</translation>
    </message>
    <message>
        <source>can't be “{1}”: that is not one of the choices in QuickBooks</source>
        <translation>में “{1}” नहीं हो सकता: यह QuickBooks के विकल्पों में नहीं है</translation>
    </message>
    <message>
        <source>names a record that QuickBooks does not have (“{1}”)</source>
        <translation>में ऐसा रिकॉर्ड है जो QuickBooks में नहीं है (“{1}”)</translation>
    </message>
    <message>
        <source>is not {1}, as QuickBooks has it there</source>
        <translation>{1} नहीं है, जैसा QuickBooks में वहाँ होता है</translation>
    </message>
    <message>
        <source>“{1}” {2}. Nothing of this record was sent.</source>
        <translation>“{1}” {2}। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>It can't be told whether “{1}” was made in QuickBooks.</source>
        <translation>यह पता नहीं चल सकता कि “{1}” QuickBooks में बना या नहीं।</translation>
    </message>
    <message>
        <source>QuickBooks' {1} have no field {2}. Nothing of this record was sent.</source>
        <translation>QuickBooks में {1} के लिए {2} नाम का फ़ील्ड नहीं है। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>SAP's {1} have no field {2}. Nothing of this record was sent.</source>
        <translation>SAP में {1} के लिए {2} नाम का फ़ील्ड नहीं है। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>“{1}” is no number, and SAP wants one. Nothing of this record was sent.</source>
        <translation>“{1}” संख्या नहीं है, और SAP को संख्या चाहिए। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>There is no time zone “{1}”.</source>
        <translation>“{1}” नाम का कोई समय क्षेत्र नहीं है।</translation>
    </message>
    <message>
        <source>The address leads to another company now: “{1}” instead of “{2}”.</source>
        <translation>पता अब दूसरी कंपनी का है: “{2}” के बजाय “{1}”।</translation>
    </message>
    <message>
        <source>This SAP has no {1} to read ({2}).</source>
        <translation>इस SAP में पढ़ने के लिए {1} नहीं हैं ({2})।</translation>
    </message>
    <message>
        <source>“{1}” may be in SAP, and can't be read.</source>
        <translation>“{1}” शायद SAP में है, पर पढ़ा नहीं जा सका।</translation>
    </message>
    <message>
        <source>The server answered in {1} ms.</source>
        <translation>सर्वर ने {1} ms में उत्तर दिया।</translation>
    </message>
    <message>
        <source>SAP let us in (release {1}).</source>
        <translation>SAP ने लॉगिन कराया (संस्करण {1})।</translation>
    </message>
    <message>
        <source>{1}: one was read.</source>
        <translation>{1}: एक पढ़ा गया।</translation>
    </message>
    <message>
        <source>{1}: there are none yet.</source>
        <translation>{1}: अभी कोई नहीं है।</translation>
    </message>
    <message>
        <source>The business partner has a contact person “{1}” already.</source>
        <translation>इस बिज़नेस पार्टनर में संपर्क व्यक्ति “{1}” पहले से है।</translation>
    </message>
    <message>
        <source>SAP could not let us in just now (status {1}).</source>
        <translation>SAP अभी लॉगिन नहीं करा सका (स्थिति {1})।</translation>
    </message>
    <message>
        <source>Something between this computer and SAP refused this record (status {1}). It was not taken.</source>
        <translation>इस कंप्यूटर और SAP के बीच किसी चीज़ ने यह रिकॉर्ड ठुकरा दिया (स्थिति {1})। इसे नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Often a firewall takes offence at a text in it. {1}</source>
        <translation>अक्सर कोई फ़ायरवॉल उसमें लिखी किसी बात के कारण उसे रोक देता है। {1}</translation>
    </message>
    <message>
        <source>SAP refused the call (status {1}) and does not say why. Nothing of the answer was used.</source>
        <translation>SAP ने अनुरोध ठुकरा दिया (स्थिति {1}) और कारण नहीं बताया। उत्तर का कुछ भी काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>SAP could not answer just now{1}.</source>
        <translation>SAP अभी उत्तर नहीं दे सका{1}।</translation>
    </message>
    <message>
        <source>SAP refused this and calls it {1}.</source>
        <translation>SAP ने इसे ठुकराया और इसे यह कहता है: {1}।</translation>
    </message>
    <message>
        <source>SAP did not answer when the field {1} for our number was made. Nothing else was sent.</source>
        <translation>हमारे नंबर के लिए फ़ील्ड {1} बनाते समय SAP ने उत्तर नहीं दिया। और कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The field {1} for our number could not be made in SAP: {2}</source>
        <translation>हमारे नंबर के लिए फ़ील्ड {1} SAP में नहीं बनाया जा सका: {2}</translation>
    </message>
    <message>
        <source>Billing address: {1}</source>
        <translation>बिल का पता: {1}</translation>
    </message>
    <message>
        <source>SAP answers the same {1} again and again; nothing more of them was read.</source>
        <translation>SAP उत्तर में बार-बार वही रिकॉर्ड ({1}) देता है; उनमें से और कुछ नहीं पढ़ा गया।</translation>
    </message>
    <message>
        <source>A value of this record is not what SAP says it is ({1}). The record was left as it is.</source>
        <translation>इस रिकॉर्ड का एक मान वैसा नहीं है जैसा SAP बताता है ({1})। रिकॉर्ड जैसा है वैसा छोड़ा गया।</translation>
    </message>
    <message>
        <source>The user of this connection may not do this in SAP{1}.</source>
        <translation>इस कनेक्शन के उपयोगकर्ता को SAP में यह करने की अनुमति नहीं है{1}।</translation>
    </message>
    <message>
        <source>SAP has a record with this code already, or another of its rules stands against it{1}.</source>
        <translation>SAP में इस कोड का रिकॉर्ड पहले से है, या उसका कोई और नियम आड़े आता है{1}।</translation>
    </message>
    <message>
        <source>SAP has this entry already{1}.</source>
        <translation>SAP में यह प्रविष्टि पहले से है{1}।</translation>
    </message>
    <message>
        <source>SAP does not take the record as it is{1}.</source>
        <translation>SAP रिकॉर्ड को इस रूप में नहीं लेता{1}।</translation>
    </message>
    <message>
        <source>A rule of SAP stands against the record{1}.</source>
        <translation>SAP का कोई नियम रिकॉर्ड के आड़े आता है{1}।</translation>
    </message>
    <message>
        <source>SAP does not have one of the mapped fields, or it does not take such a value{1}.</source>
        <translation>मैप किए गए फ़ील्डों में से कोई SAP में नहीं है, या उसमें ऐसा मान नहीं जाता{1}।</translation>
    </message>
    <message>
        <source>A value is not among those that SAP allows for its field{1}.</source>
        <translation>कोई मान उन मानों में नहीं है जो SAP अपने फ़ील्ड में लेता है{1}।</translation>
    </message>
    <message>
        <source>SAP does not do this with such a record{1}.</source>
        <translation>SAP ऐसे रिकॉर्ड के साथ यह नहीं करता{1}।</translation>
    </message>
    <message>
        <source>SAP does not know a field that it was asked for{1}.</source>
        <translation>जो फ़ील्ड माँगा गया उसे SAP नहीं जानता{1}।</translation>
    </message>
    <message>
        <source>An extension of this SAP stands against it{1}.</source>
        <translation>इस SAP का कोई एक्सटेंशन आड़े आता है{1}।</translation>
    </message>
    <message>
        <source>One of SAP's servers does not know a table that the others have{1}. Another one was asked, and said the same.</source>
        <translation>SAP का एक सर्वर वह टेबल नहीं जानता जो बाक़ियों में है{1}। दूसरे से पूछा गया, उसने भी यही कहा।</translation>
    </message>
    <message>
        <source>SAP refused this user name and password on {1} at {2}. They were not sent again, so that SAP does not lock the user.</source>
        <translation>SAP ने {1} को {2} बजे यह उपयोगकर्ता नाम और पासवर्ड ठुकराया था। इन्हें फिर नहीं भेजा गया, ताकि SAP उपयोगकर्ता को लॉक न करे।</translation>
    </message>
    <message>
        <source>can't be “{1}”: SAP wants yes or no</source>
        <translation>में “{1}” नहीं हो सकता: SAP को हाँ या नहीं चाहिए</translation>
    </message>
    <message>
        <source>can't be “{1}”: SAP wants a number</source>
        <translation>में “{1}” नहीं हो सकता: SAP को संख्या चाहिए</translation>
    </message>
    <message>
        <source>can't be “{1}”: SAP wants a date</source>
        <translation>में “{1}” नहीं हो सकता: SAP को तारीख चाहिए</translation>
    </message>
    <message>
        <source>can't be “{1}”: that is not one of the choices in SAP</source>
        <translation>में “{1}” नहीं हो सकता: यह SAP के विकल्पों में नहीं है</translation>
    </message>
    <message>
        <source>SAP does not take the address to which it is to send its events, or does not get our answer there. {1}</source>
        <translation>SAP वह पता नहीं लेता जिस पर उसे सूचनाएँ भेजनी हैं, या वहाँ उसे हमारा उत्तर नहीं मिलता। {1}</translation>
    </message>
    <message>
        <source>“{1}” is in SAP under the code {2}, and is no customer there. Nothing of it was sent.</source>
        <translation>“{1}” SAP में कोड {2} के साथ है, और वहाँ ग्राहक नहीं है। उसका कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>SAP makes the total {1}, here it is {2}: look at the tax code of the lines</source>
        <translation>SAP में कुल {1} बनता है, यहाँ {2} है: पंक्तियों का कर कोड देखें</translation>
    </message>
    <message>
        <source>“{1}” was changed in SAP, and it is not known whether it was cancelled, too.</source>
        <translation>“{1}” SAP में बदला गया, पर यह पता नहीं कि वह रद्द भी हुआ या नहीं।</translation>
    </message>
    <message>
        <source>SAP has {1} records with our number of “{2}”.</source>
        <translation>SAP में {1} रिकॉर्ड हैं जिन पर “{2}” का हमारा नंबर है।</translation>
    </message>
    <message>
        <source>It can't be told whether “{1}” is a draft in SAP: {2}</source>
        <translation>यह पता नहीं चल सकता कि “{1}” SAP में मसौदा है या नहीं: {2}</translation>
    </message>
    <message>
        <source>“{1}” is a draft in SAP until somebody approves it.</source>
        <translation>जब तक कोई मंज़ूर न करे, “{1}” SAP में मसौदा है।</translation>
    </message>
    <message>
        <source>It can't be told whether “{1}” was made in SAP: its answer was lost and nothing tells it apart.</source>
        <translation>यह पता नहीं चल सकता कि “{1}” SAP में बना या नहीं: उसका उत्तर खो गया और उसे पहचानने के लिए कुछ नहीं है।</translation>
    </message>
    <message>
        <source>SAP has {1} records that may be “{2}”, sent before its answer was lost.</source>
        <translation>SAP में {1} रिकॉर्ड हैं जो “{2}” हो सकते हैं; वह भेजा गया था, पर उसका उत्तर खो गया।</translation>
    </message>
    <message>
        <source>it sends {1}</source>
        <translation>वह {1} भेजता है</translation>
    </message>
    <message>
        <source>Voucher {1} in Tally holds a value that can't be read ({2}).</source>
        <translation>Tally के वाउचर {1} में ऐसा मान है जो पढ़ा नहीं जा सकता ({2})।</translation>
    </message>
    <message>
        <source>{1} is a good address.</source>
        <translation>{1} सही पता है।</translation>
    </message>
    <message>
        <source>Tally answered in {1} ms.</source>
        <translation>Tally ने {1} ms में जवाब दिया।</translation>
    </message>
    <message>
        <source>The company “{1}” is open.</source>
        <translation>कंपनी “{1}” खुली है।</translation>
    </message>
    <message>
        <source>{1} ledgers read, {2} of them customers; {3} voucher types.</source>
        <translation>{1} लेजर पढ़े गए, उनमें {2} ग्राहक; {3} वाउचर प्रकार।</translation>
    </message>
    <message>
        <source>The waiting time “{1}” is not a number.</source>
        <translation>प्रतीक्षा का समय “{1}” संख्या नहीं है।</translation>
    </message>
    <message>
        <source>“{1}” is not a date.</source>
        <translation>“{1}” तारीख नहीं है।</translation>
    </message>
    <message>
        <source>“{1}” is not a host and not a subnet.</source>
        <translation>“{1}” न किसी PC का नाम या पता है, न पतों की सीमा।</translation>
    </message>
    <message>
        <source>“{1}” holds {2} addresses; at most {3} are looked at.</source>
        <translation>“{1}” में {2} पते हैं; अधिक से अधिक {3} देखे जाते हैं।</translation>
    </message>
    <message>
        <source>{1} is open, but does not answer.</source>
        <translation>{1} खुला है, पर जवाब नहीं देता।</translation>
    </message>
    <message>
        <source>{1}, but: {2}</source>
        <translation>{1}, पर: {2}</translation>
    </message>
    <message>
        <source>open: {1}</source>
        <translation>खुली: {1}</translation>
    </message>
    <message>
        <source>The company “{1}” is not open in Tally. Nothing was read or written.</source>
        <translation>कंपनी “{1}” Tally में खुली नहीं है। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>This release of Tally does not know “{1}”. Nothing was used.</source>
        <translation>Tally का यह संस्करण “{1}” को नहीं जानता। कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>This release of Tally lacks a report that is needed: {1}</source>
        <translation>Tally के इस संस्करण में एक ज़रूरी रिपोर्ट नहीं है: {1}</translation>
    </message>
    <message>
        <source>Tally could not carry out the request ({1}).</source>
        <translation>Tally अनुरोध पूरा नहीं कर सका ({1})।</translation>
    </message>
    <message>
        <source>Tally does not take a voucher of that date ({1}).</source>
        <translation>Tally उस तारीख का वाउचर नहीं लेता ({1})।</translation>
    </message>
    <message>
        <source>Tally refused the request: {1}</source>
        <translation>Tally ने अनुरोध अस्वीकार किया: {1}</translation>
    </message>
    <message>
        <source>Nothing was used. {1}</source>
        <translation>कुछ काम में नहीं लिया गया। {1}</translation>
    </message>
    <message>
        <source>“{1}” can't be the address of a Tally: {2}.</source>
        <translation>“{1}” Tally का पता नहीं हो सकता: {2}।</translation>
    </message>
    <message>
        <source>No computer named “{1}” can be found on the network. Nothing was sent.</source>
        <translation>नेटवर्क पर “{1}” नाम का कोई कंप्यूटर नहीं मिला। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} is reachable, but nothing listens there. Nothing was sent.</source>
        <translation>{1} तक पहुँच है, पर वहाँ कोई नहीं सुन रहा। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Tally is closed, its connection is switched off, or it uses another port. {1}</source>
        <translation>Tally बंद है, उसका कनेक्शन बंद है, या उसका पोर्ट दूसरा है। {1}</translation>
    </message>
    <message>
        <source>{1} did not answer the call at all. Nothing was sent.</source>
        <translation>{1} ने कोई जवाब ही नहीं दिया। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} answers, but it is not Tally ({2}).</source>
        <translation>{1} जवाब देता है, पर वह Tally नहीं है ({2})।</translation>
    </message>
    <message>
        <source>Another program uses this port. {1}</source>
        <translation>इस पोर्ट पर कोई दूसरा प्रोग्राम है। {1}</translation>
    </message>
    <message>
        <source>As a rule no company is open, or a message waits in the Tally window. {1}</source>
        <translation>आम तौर पर कोई कंपनी खुली नहीं होती, या Tally की विंडो में कोई संदेश रुका होता है। {1}</translation>
    </message>
    <message>
        <source>Tally's answer was cut off{1}. None of it was used.</source>
        <translation>Tally का जवाब बीच में कट गया{1}। उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Tally's answer holds {1} objects, but only {2} could be read. None of it was used.</source>
        <translation>Tally के जवाब में {1} चीज़ें हैं, पर केवल {2} पढ़ी जा सकीं। उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Tally's answer can't be read ({1}). None of it was used.</source>
        <translation>Tally का जवाब पढ़ा नहीं जा सका ({1})। उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Tally did not keep to the {1} that was asked for. None of the answer was used.</source>
        <translation>Tally ने माँगे गए समय का पालन नहीं किया ({1})। जवाब में से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Whether our change of {1} was done in Tally is not known: {2}</source>
        <translation>यह पता नहीं कि हमारा बदलाव Tally में हुआ या नहीं ({1}): {2}</translation>
    </message>
    <message>
        <source>Whether our change of {1} was done in Tally is not known: {2}.</source>
        <translation>यह पता नहीं कि हमारा बदलाव Tally में हुआ या नहीं ({1}): {2}।</translation>
    </message>
    <message>
        <source>Nothing is sent again before it was looked up in Tally. {1}</source>
        <translation>Tally में देखे बिना कुछ दोबारा नहीं भेजा जाता। {1}</translation>
    </message>
    <message>
        <source>Tally has not answered for {1} s (asked at {2} for {3}).</source>
        <translation>Tally ने {1} सेकंड से जवाब नहीं दिया ({2} पर पूछा गया: {3})।</translation>
    </message>
    <message>
        <source>Tally stopped in the middle of its answer for {1} s ({2}). None of it was used.</source>
        <translation>Tally अपने जवाब के बीच में {1} सेकंड से रुका है ({2})। उसमें से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Tally still works on an earlier request (asked at {1} for {2}); nothing more is sent until it has answered or was restarted, at the latest until {3}.</source>
        <translation>Tally अब भी एक पहले के अनुरोध पर काम कर रहा है ({1} पर पूछा गया: {2}); जब तक वह जवाब न दे या फिर शुरू न हो, और कुछ नहीं भेजा जाएगा, अधिक से अधिक {3} तक।</translation>
    </message>
    <message>
        <source>SalesMate Sync was ended while Tally worked on a request (asked at {1} for {2}). It may still be at it, so nothing is sent until {3}.</source>
        <translation>SalesMate Sync तब बंद हुआ जब Tally एक अनुरोध पर काम कर रहा था ({1} पर पूछा गया: {2})। हो सकता है वह अब भी उसी में लगा हो, इसलिए {3} तक कुछ नहीं भेजा जाएगा।</translation>
    </message>
    <message>
        <source>(for {1})</source>
        <translation>({1} के लिए)</translation>
    </message>
    <message>
        <source>Another run of SalesMate Sync on this PC is talking to this Tally{1}.</source>
        <translation>इस PC पर SalesMate Sync का एक और सिंक इस Tally से बात कर रहा है{1}।</translation>
    </message>
    <message>
        <source>The company “{1}” is not open in Tally. Open are: {2}. Nothing was read or written.</source>
        <translation>कंपनी “{1}” Tally में खुली नहीं है। खुली हैं: {2}। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>Another company named “{1}” was opened in Tally in place of ours; its data lie in {2}. Nothing was read or written.</source>
        <translation>Tally में हमारी कंपनी की जगह “{1}” नाम की दूसरी कंपनी खोली गई; उसका डेटा {2} में है। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>Two companies named “{1}” are open in Tally ({2}); it can't be told which of them would be written to. Nothing was sent.</source>
        <translation>Tally में “{1}” नाम की दो कंपनियाँ खुली हैं ({2}); यह पता नहीं चल सकता कि किसमें लिखा जाएगा। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>A company named “{1}” is open in Tally, but it is not the one this connection was made for ({2}).</source>
        <translation>Tally में “{1}” नाम की कंपनी खुली है, पर यह वह नहीं है जिसके लिए यह कनेक्शन बना था ({2})।</translation>
    </message>
    <message>
        <source>The connection does not say which company to sync. Open in Tally: {1}.</source>
        <translation>कनेक्शन में यह नहीं है कि कौन सी कंपनी सिंक करनी है। Tally में खुली: {1}।</translation>
    </message>
    <message>
        <source>The open company “{1}” has another identity than the one synced before.</source>
        <translation>खुली कंपनी “{1}” की पहचान पहले सिंक हुई कंपनी से अलग है।</translation>
    </message>
    <message>
        <source>The data of “{1}” lie in another folder than before ({2}): a copy, or moved.</source>
        <translation>“{1}” का डेटा पहले से अलग फ़ोल्डर में है ({2}): प्रति है, या हटाकर रखा गया है।</translation>
    </message>
    <message>
        <source>The change counters of “{1}” went back: a backup was restored, or the data repaired.</source>
        <translation>“{1}” के बदलाव की गिनती पीछे चली गई: बैकअप वापस लाया गया, या डेटा की मरम्मत हुई।</translation>
    </message>
    <message>
        <source>The books of “{1}” now begin on {2} already (before: {3}).</source>
        <translation>“{1}” की बही अब पहले ही {2} से शुरू होती है (पहले: {3})।</translation>
    </message>
    <message>
        <source>The books of “{1}” now begin on {2} (before: {3}): split, or given another first day.</source>
        <translation>“{1}” की बही अब {2} से शुरू होती है (पहले: {3}): बाँटी गई, या उसका पहला दिन बदला गया।</translation>
    </message>
    <message>
        <source>If it is the right company, approve: vouchers from before {1} stay in SalesMate Sync as they are and are no longer compared with Tally; those since are compared, and nothing is deleted (what is missing is only marked). {2}</source>
        <translation>अगर यह सही कंपनी है, तो मंज़ूर करें: {1} से पहले के वाउचर SalesMate Sync में जैसे हैं वैसे रहेंगे और Tally से नहीं मिलाए जाएँगे; उसके बाद के मिलाए जाएँगे, और कुछ हटाया नहीं जाएगा (जो नहीं मिलता उस पर केवल निशान लगता है)। {2}</translation>
    </message>
    <message>
        <source>Approve to go on with “{1}”: nothing is deleted, and you are not asked again.</source>
        <translation>“{1}” के साथ आगे बढ़ने के लिए मंज़ूर करें: कुछ हटाया नहीं जाएगा, और आपसे फिर नहीं पूछा जाएगा।</translation>
    </message>
    <message>
        <source>“{1}” was split: “{2}” is open too, with the same identity, and begins on {3}.</source>
        <translation>“{1}” बाँटी गई: “{2}” भी खुली है, उसकी पहचान वही है, और वह {3} से शुरू होती है।</translation>
    </message>
    <message>
        <source>{1}What is entered in “{2}” does not come in over this connection; to sync it, connect it, too.</source>
        <translation>{1}“{2}” में जो दर्ज होता है, वह इस कनेक्शन से नहीं आता; उसे सिंक करने के लिए उसे भी जोड़ें।</translation>
    </message>
    <message>
        <source>A copy of “{1}” is open too, as “{2}” in {3}.</source>
        <translation>“{1}” की एक प्रति भी खुली है, “{2}” नाम से, {3} में।</translation>
    </message>
    <message>
        <source>{1}If both have one name, close the copy in Tally first: it can't be told which of them would answer.</source>
        <translation>{1}अगर दोनों का नाम एक है, तो पहले Tally में प्रति बंद करें: यह पता नहीं चल सकता कि दोनों में से कौन जवाब देगी।</translation>
    </message>
    <message>
        <source>“{1}” is called “{2}” in Tally now</source>
        <translation>Tally में “{1}” का नाम अब “{2}” है</translation>
    </message>
    <message>
        <source>The books of “{1}” now run to {2}</source>
        <translation>“{1}” की बही अब {2} तक है</translation>
    </message>
    <message>
        <source>The current year of “{1}” now begins on {2}</source>
        <translation>“{1}” का चालू साल अब {2} से शुरू होता है</translation>
    </message>
    <message>
        <source>Tally {1}</source>
        <translation>Tally {1}</translation>
    </message>
    <message>
        <source>{1} in Educational mode: reading works; vouchers can only be dated the 1st, 2nd or 31st of a month, so others can't be sent to it.</source>
        <translation>{1} Educational मोड में है: पढ़ना चलता है; वाउचर केवल महीने की 1, 2 या 31 तारीख के हो सकते हैं, इसलिए दूसरे इसे नहीं भेजे जा सकते।</translation>
    </message>
    <message>
        <source>{1}, {2} licence.</source>
        <translation>{1}, {2} लाइसेंस।</translation>
    </message>
    <message>
        <source>{1}; its licence is not told.</source>
        <translation>{1}; वह अपना लाइसेंस नहीं बताता।</translation>
    </message>
    <message>
        <source>Reading {1} …</source>
        <translation>पढ़ा जा रहा है: {1} …</translation>
    </message>
    <message>
        <source>the {1}</source>
        <translation>{1}</translation>
    </message>
    <message>
        <source>changed {1}</source>
        <translation>बदले हुए {1}</translation>
    </message>
    <message>
        <source>the list of {1}</source>
        <translation>{1} की सूची</translation>
    </message>
    <message>
        <source>Reading closing figures of {1} …</source>
        <translation>अंतिम शेष पढ़े जा रहे हैं: {1} …</translation>
    </message>
    <message>
        <source>closing figures of {1}</source>
        <translation>{1} के अंतिम शेष</translation>
    </message>
    <message>
        <source>“{1}” in Tally holds a value that can't be read ({2}).</source>
        <translation>Tally में “{1}” में ऐसा मान है जो पढ़ा नहीं जा सकता ({2})।</translation>
    </message>
    <message>
        <source>{1} records</source>
        <translation>{1} रिकॉर्ड</translation>
    </message>
    <message>
        <source>Reading vouchers from {1} to {2} …</source>
        <translation>{1} से {2} तक के वाउचर पढ़े जा रहे हैं …</translation>
    </message>
    <message>
        <source>vouchers of {1} to {2}</source>
        <translation>{1} से {2} तक के वाउचर</translation>
    </message>
    <message>
        <source>the list of vouchers of {1} to {2}</source>
        <translation>{1} से {2} तक के वाउचर की सूची</translation>
    </message>
    <message>
        <source>Reading {1} changed vouchers …</source>
        <translation>{1} बदले हुए वाउचर पढ़े जा रहे हैं …</translation>
    </message>
    <message>
        <source>Checking vouchers up to {1} …</source>
        <translation>{1} तक के वाउचर जाँचे जा रहे हैं …</translation>
    </message>
    <message>
        <source>voucher {1}</source>
        <translation>वाउचर {1}</translation>
    </message>
    <message>
        <source>the {1}s</source>
        <translation>{1}</translation>
    </message>
    <message>
        <source>totals of {1} to {2}</source>
        <translation>{1} से {2} तक के योग</translation>
    </message>
    <message>
        <source>HTTP {1}</source>
        <translation>HTTP {1}</translation>
    </message>
    <message>
        <source>from {1}</source>
        <translation>{1} से</translation>
    </message>
    <message>
        <source>not an amount: {1}</source>
        <translation>रकम नहीं है: {1}</translation>
    </message>
    <message>
        <source>not a quantity: {1}</source>
        <translation>मात्रा नहीं है: {1}</translation>
    </message>
    <message>
        <source>a compound quantity whose unit is not known: {1}</source>
        <translation>मिश्रित मात्रा, जिसकी इकाई ज्ञात नहीं है: {1}</translation>
    </message>
    <message>
        <source>not a date: {1}</source>
        <translation>तारीख नहीं है: {1}</translation>
    </message>
    <message>
        <source>finer than can be summed exactly: {1}</source>
        <translation>इतना बारीक कि ठीक-ठीक जोड़ा नहीं जा सकता: {1}</translation>
    </message>
    <message>
        <source>Ledger for {1} {2} %</source>
        <translation>{1} {2} % का लेजर</translation>
    </message>
    <message>
        <source>Ledger for {1}</source>
        <translation>{1} का लेजर</translation>
    </message>
    <message>
        <source>Ledger for sales of goods at {1} % GST</source>
        <translation>{1} % GST पर माल की बिक्री का लेजर</translation>
    </message>
    <message>
        <source>Voucher type for our entries of “{1}”</source>
        <translation>“{1}” की हमारी प्रविष्टियों का वाउचर प्रकार</translation>
    </message>
    <message>
        <source>{1}: “{2}” was chosen, but Tally has no such ledger (any more). Nothing was sent.</source>
        <translation>{1}: “{2}” चुना गया था, पर Tally में (अब) ऐसा कोई लेजर नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The voucher type “{1}” was chosen for “{2}”, but Tally has no such type for it. Nothing was sent.</source>
        <translation>“{2}” के लिए वाउचर प्रकार “{1}” चुना गया था, पर Tally में इसके लिए ऐसा कोई प्रकार नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Choose the {1} in the connection's settings. Nothing was sent.</source>
        <translation>कनेक्शन की सेटिंग में चुनें: {1}। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Tally had {1} already and changed it instead of making a new one.</source>
        <translation>Tally में {1} पहले से था; उसने नया बनाने के बजाय उसी को बदल दिया।</translation>
    </message>
    <message>
        <source>Tally made a new record instead of changing {1}.</source>
        <translation>Tally ने {1} को बदलने के बजाय नया रिकॉर्ड बना दिया।</translation>
    </message>
    <message>
        <source>Tally did not understand the request for {1} and did nothing.</source>
        <translation>Tally ने {1} का अनुरोध नहीं समझा और कुछ नहीं किया।</translation>
    </message>
    <message>
        <source>Tally says of {1} both that it was saved and that it was refused ({2}).</source>
        <translation>Tally {1} के बारे में कहता है कि सहेजा भी गया और अस्वीकार भी हुआ ({2})।</translation>
    </message>
    <message>
        <source>Tally did something else with {1} than was asked (created {2}, altered {3}, deleted {4}).</source>
        <translation>Tally ने {1} के साथ वह नहीं किया जो कहा गया था (बनाए {2}, बदले {3}, हटाए {4})।</translation>
    </message>
    <message>
        <source>The credit period of {1} days is not a whole number of days.</source>
        <translation>{1} दिन की उधार अवधि दिनों की पूर्ण संख्या नहीं है।</translation>
    </message>
    <message>
        <source>the {1} “{2}”</source>
        <translation>{1} “{2}”</translation>
    </message>
    <message>
        <source>“{1}” (there it is “{2}”)</source>
        <translation>“{1}” (वहाँ “{2}” है)</translation>
    </message>
    <message>
        <source>Tally has {1} already; nothing was written.</source>
        <translation>Tally में {1} पहले से है; कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>Tally has {1} already, as a ledger that is no customer; nothing was written.</source>
        <translation>Tally में {1} पहले से है, ऐसे लेजर के रूप में जो ग्राहक नहीं है; कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>{1} Where Conflicts asks about it, choose “The same as …”.</source>
        <translation>{1} जहाँ “टकराव” इसके बारे में पूछे, वहाँ “… ही है” चुनें।</translation>
    </message>
    <message>
        <source>“{1}” is not in Tally any more; nothing was written.</source>
        <translation>“{1}” अब Tally में नहीं है; कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>“{1}” can't be renamed: Tally has “{2}” already. Nothing was written.</source>
        <translation>“{1}” का नाम नहीं बदला जा सकता: Tally में “{2}” पहले से है। कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>ATTENTION: “{1}” was renamed or deleted in Tally just now, and our change made a new one of that name.</source>
        <translation>ध्यान दें: Tally में “{1}” का नाम अभी बदला गया या उसे हटाया गया, और हमारे बदलाव से उस नाम का नया रिकॉर्ड बन गया।</translation>
    </message>
    <message>
        <source>Delete “{1}” in Tally if it isn't needed. ({2})</source>
        <translation>अगर “{1}” की ज़रूरत नहीं है तो उसे Tally में हटा दें। ({2})</translation>
    </message>
    <message>
        <source>“{1}” was renamed in Tally to “{2}” just now; nothing was written.</source>
        <translation>Tally में “{1}” का नाम अभी “{2}” किया गया; कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>Tally says that it deleted “{1}”, but still shows it.</source>
        <translation>Tally कहता है कि उसने “{1}” को हटा दिया, पर अब भी उसे दिखाता है।</translation>
    </message>
    <message>
        <source>“{1}” has no unit, which Tally needs. Nothing was written.</source>
        <translation>“{1}” की इकाई नहीं है, जो Tally को चाहिए। कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>The group “{1}” is not below {2} in Tally: the record would be no customer there. Nothing was written.</source>
        <translation>Tally में समूह “{1}” {2} के नीचे नहीं है: वहाँ यह रिकॉर्ड ग्राहक नहीं होगा। कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>The {1} “{2}” was created in Tally{3}</source>
        <translation>Tally में {1} “{2}” बनाया गया{3}</translation>
    </message>
    <message>
        <source>Tally took the change of “{1}”, but it could not be read back: {2}</source>
        <translation>Tally ने “{1}” का बदलाव ले लिया, पर उसे वापस पढ़ा नहीं जा सका: {2}</translation>
    </message>
    <message>
        <source>ATTENTION: Tally says that it changed “{1}”, but the record that SalesMate Sync knows by that name is as it was: another one must have taken the name and the change. Both must be looked at in Tally.</source>
        <translation>ध्यान दें: Tally कहता है कि उसने “{1}” को बदला, पर SalesMate Sync जिस रिकॉर्ड को इस नाम से जानता है वह पहले जैसा ही है: नाम और बदलाव किसी दूसरे रिकॉर्ड को मिल गए होंगे। दोनों को Tally में देखना ज़रूरी है।</translation>
    </message>
    <message>
        <source>Look at “{1}” in Tally and correct what should not have changed; the next sync shows both as they are.</source>
        <translation>Tally में “{1}” देखें और जो नहीं बदलना चाहिए था उसे ठीक करें; अगला सिंक दोनों को वैसा दिखाएगा जैसे वे हैं।</translation>
    </message>
    <message>
        <source>Tally says that it saved “{1}”, but does not show it.</source>
        <translation>Tally कहता है कि उसने “{1}” को सहेजा, पर उसे दिखाता नहीं।</translation>
    </message>
    <message>
        <source>“{1}” has no name, which Tally needs. Nothing was written.</source>
        <translation>“{1}” का नाम नहीं है, जो Tally को चाहिए। कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>“{1}” has no id that Tally knows; nothing was written.</source>
        <translation>“{1}” की ऐसी कोई id नहीं है जिसे Tally जानता हो; कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>The field {1} of “{2}” can't be written to Tally. Nothing was written.</source>
        <translation>“{2}” का फ़ील्ड {1} Tally में नहीं लिखा जा सकता। कुछ नहीं लिखा गया।</translation>
    </message>
    <message>
        <source>“{1}” is not a date. Nothing was sent.</source>
        <translation>“{1}” तारीख नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The books of “{1}” begin on {2}; this document is dated {3}. Nothing was sent.</source>
        <translation>“{1}” की बही {2} से शुरू होती है; इस दस्तावेज़ की तारीख {3} है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The period of “{1}” ends on {2}; this document is dated {3}, which is still to come. Nothing was sent.</source>
        <translation>“{1}” की अवधि {2} को समाप्त होती है; इस दस्तावेज़ की तारीख {3} है, जो अभी आनी है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Tally runs with an Educational licence, which takes vouchers dated the 1st, 2nd or 31st only; this one is dated {1}. Nothing was sent.</source>
        <translation>Tally Educational लाइसेंस पर चल रहा है, जो केवल 1, 2 या 31 तारीख के वाउचर लेता है; इसकी तारीख {1} है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Tally has no bank or cash ledger “{1}”. Nothing was sent.</source>
        <translation>Tally में “{1}” नाम का कोई बैंक या नकद लेजर नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>“{1}” is no kind of allocation. Nothing was sent.</source>
        <translation>“{1}” बिल-वार बँटवारे का कोई प्रकार नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Allocation {1} is against an invoice of another customer than “{2}”. Nothing was sent.</source>
        <translation>बँटवारा {1} “{2}” के बजाय किसी दूसरे ग्राहक के बिल के सामने है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Allocation {1} names no bill. Nothing was sent.</source>
        <translation>बँटवारा {1} में बिल का नाम नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} names the stock item “{2}”, which Tally does not have. Nothing was saved.</source>
        <translation>{1} में स्टॉक आइटम “{2}” है, जो Tally में नहीं है। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} names the stock group “{2}”, which Tally does not have. Nothing was saved.</source>
        <translation>{1} में स्टॉक समूह “{2}” है, जो Tally में नहीं है। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} needs the voucher type “{2}”, which Tally does not have. Nothing was saved.</source>
        <translation>{1} के लिए वाउचर प्रकार “{2}” चाहिए, जो Tally में नहीं है। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} names the ledger “{2}”, which Tally does not have. Nothing was saved.</source>
        <translation>{1} में लेजर “{2}” है, जो Tally में नहीं है। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was to stand at the very top of Tally's groups, where it can't stand. Nothing was saved.</source>
        <translation>{1} को Tally के समूहों में सबसे ऊपर रखना था, जहाँ इसे नहीं रखा जा सकता। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} names the group “{2}”, which Tally does not have. Nothing was saved.</source>
        <translation>{1} में समूह “{2}” है, जो Tally में नहीं है। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} needs the unit “{2}”, which Tally does not have. Nothing was saved.</source>
        <translation>{1} के लिए इकाई “{2}” चाहिए, जो Tally में नहीं है। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused: in this company every stock line needs a godown (sent was “{2}”). Nothing was saved.</source>
        <translation>{1} को अस्वीकार किया गया: इस कंपनी में स्टॉक की हर पंक्ति में गोदाम चाहिए (भेजा गया: “{2}”)। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused: Tally wants an order number and a due date on every line. Nothing was saved.</source>
        <translation>{1} को अस्वीकार किया गया: Tally को हर पंक्ति में ऑर्डर नंबर और देय तारीख चाहिए। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused: the ledger needs the TDS nature of payment “{2}”, which can be made on Tally's screen only.</source>
        <translation>{1} को अस्वीकार किया गया: लेजर के लिए TDS का भुगतान प्रकार (Nature of Payment) “{2}” चाहिए, जो केवल Tally की स्क्रीन पर बन सकता है।</translation>
    </message>
    <message>
        <source>{1} was refused because of its date. Nothing was saved.</source>
        <translation>{1} को तारीख के कारण अस्वीकार किया गया। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused: its date lies outside the books' period ({2}). Nothing was saved.</source>
        <translation>{1} को अस्वीकार किया गया: तारीख बही की अवधि से बाहर है ({2})। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused: this voucher type is numbered by hand and no number was sent. Nothing was saved.</source>
        <translation>{1} को अस्वीकार किया गया: इस वाउचर प्रकार में नंबर हाथ से दिए जाते हैं और कोई नंबर नहीं भेजा गया। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused: that number is used already. Nothing was saved.</source>
        <translation>{1} को अस्वीकार किया गया: वह नंबर पहले काम में आ चुका है। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused: its lines, taxes and total do not add up ({2}). Nothing was saved.</source>
        <translation>{1} को अस्वीकार किया गया: पंक्तियाँ, कर और कुल आपस में नहीं मिलते ({2})। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused: nothing is left of it but empty lines. Nothing was saved.</source>
        <translation>{1} को अस्वीकार किया गया: उसमें खाली पंक्तियों के अलावा कुछ नहीं बचा। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused: Tally has that name already. Nothing was saved.</source>
        <translation>{1} को अस्वीकार किया गया: Tally में वह नाम पहले से है। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>Tally does not delete {1}: entries, or other records, still use it. It is unchanged.</source>
        <translation>Tally {1} को नहीं हटाता: प्रविष्टियाँ या दूसरे रिकॉर्ड अब भी उसे काम में लेते हैं। उसमें कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Tally does not have {1} (any more). Nothing was changed.</source>
        <translation>{1} (अब) Tally में नहीं है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>{1} was refused: it has no name. Nothing was saved.</source>
        <translation>{1} को अस्वीकार किया गया: नाम नहीं है। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused as empty. Nothing was saved.</source>
        <translation>{1} को खाली होने के कारण अस्वीकार किया गया। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>Tally took {1} for a new company and refused it. Nothing was saved.</source>
        <translation>Tally ने {1} को नई कंपनी समझा और अस्वीकार किया। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused by Tally: “{2}”. Nothing was saved.</source>
        <translation>Tally ने {1} को अस्वीकार किया: “{2}”। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>{1} was refused by Tally without a reason. Nothing was saved.</source>
        <translation>Tally ने {1} को बिना कारण बताए अस्वीकार किया। कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>Tally took {1} and did nothing with it, without a reason.</source>
        <translation>Tally ने {1} को लिया और उसके साथ कुछ नहीं किया; कारण नहीं बताया।</translation>
    </message>
    <message>
        <source>The {1} “{2}” is not a number. Nothing was sent.</source>
        <translation>{1} “{2}” संख्या नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The {1} {2} has more than two decimals, which Tally does not keep. Nothing was sent.</source>
        <translation>{1} {2} में दो से ज़्यादा दशमलव हैं, जो Tally नहीं रखता। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>quantity of line {1}</source>
        <translation>पंक्ति {1} की मात्रा</translation>
    </message>
    <message>
        <source>rate of line {1}</source>
        <translation>पंक्ति {1} की दर</translation>
    </message>
    <message>
        <source>amount of line {1}</source>
        <translation>पंक्ति {1} की रकम</translation>
    </message>
    <message>
        <source>discount of line {1}</source>
        <translation>पंक्ति {1} की छूट</translation>
    </message>
    <message>
        <source>less {1} %</source>
        <translation>{1} % छूट के बाद</translation>
    </message>
    <message>
        <source>Line {1}: {2} × {3} is {4}, but the line's amount is {5}. Nothing was sent.</source>
        <translation>पंक्ति {1}: {2} × {3} = {4} होता है, पर पंक्ति की रकम {5} है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>amount of {1} {2}</source>
        <translation>{1} {2} की रकम</translation>
    </message>
    <message>
        <source>The lines ({1}), the taxes ({2}) and the rounding ({3}) come to {4}, but the total says {5}. Nothing was sent.</source>
        <translation>पंक्तियाँ ({1}), कर ({2}) और राउंड ऑफ़ ({3}) मिलाकर {4} होते हैं, पर कुल {5} लिखा है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>sum of the {1}</source>
        <translation>{1} (योग)</translation>
    </message>
    <message>
        <source>The document says that its {1} come to {2}, but they come to {3}. Nothing was sent.</source>
        <translation>दस्तावेज़ के अनुसार {1} कुल {2} हैं, पर असल में {3} होते हैं। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Correct the {1} or their sum.</source>
        <translation>{1} या उनका योग ठीक करें।</translation>
    </message>
    <message>
        <source>A receipt needs an amount above zero; this one has {1}. Nothing was sent.</source>
        <translation>रसीद में शून्य से ज़्यादा रकम चाहिए; इसमें {1} है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The allocations come to {1}, more than the {2} that were received. Nothing was sent.</source>
        <translation>बिल-वार बँटवारा {1} होता है, जो मिले हुए {2} से ज़्यादा है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Which product line {1} is of is not sent to Tally, and the lines there do not tell. Nothing was sent.</source>
        <translation>पंक्ति {1} किस आइटम की है, यह Tally को नहीं भेजा जाता, और वहाँ की पंक्तियों से भी पता नहीं चलता। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} was cancelled in Tally, where it was entered by hand. Nothing was sent.</source>
        <translation>{1} को Tally में रद्द किया गया, जहाँ उसे हाथ से दर्ज किया गया था। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} is cancelled in Tally: only its narration can be changed. Nothing was sent.</source>
        <translation>{1} Tally में रद्द है: केवल उसका विवरण (नैरेशन) बदला जा सकता है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Tally says that it cancelled {1}, but shows it uncancelled.</source>
        <translation>Tally कहता है कि उसने {1} को रद्द किया, पर उसे बिना रद्द किए दिखाता है।</translation>
    </message>
    <message>
        <source>Tally says that it deleted {1}, but still shows it.</source>
        <translation>Tally कहता है कि उसने {1} को हटा दिया, पर अब भी उसे दिखाता है।</translation>
    </message>
    <message>
        <source>{1} is not in Tally any more. Nothing was sent.</source>
        <translation>{1} अब Tally में नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>ATTENTION: Tally says that it changed {1}, but must have changed another voucher (perhaps the one with id {2}). Both must be looked at in Tally.</source>
        <translation>ध्यान दें: Tally कहता है कि उसने {1} को बदला, पर उसने कोई दूसरा वाउचर बदला होगा (शायद id {2} वाला)। दोनों को Tally में देखना ज़रूरी है।</translation>
    </message>
    <message>
        <source>What would be sent does not balance: {1} is left over. Nothing was sent.</source>
        <translation>जो भेजा जाना था वह बराबर नहीं बैठता: {1} बचता है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>the vouchers numbered {1}</source>
        <translation>नंबर {1} वाले वाउचर</translation>
    </message>
    <message>
        <source>the customer “{1}”</source>
        <translation>ग्राहक “{1}”</translation>
    </message>
    <message>
        <source>ATTENTION: it came to {1}, but in Tally it reads {2}. Look at it in Tally</source>
        <translation>ध्यान दें: कुल {1} था, पर Tally में {2} है। इसे Tally में देखें</translation>
    </message>
    <message>
        <source>ATTENTION: it was dated {1}, but in Tally it is dated {2}. Look at it in Tally</source>
        <translation>ध्यान दें: तारीख {1} थी, पर Tally में {2} है। इसे Tally में देखें</translation>
    </message>
    <message>
        <source>ATTENTION: {1} {2} that come to {3} were sent; Tally shows {4} that come to {5}. Look at it in Tally</source>
        <translation>ध्यान दें: {1} {2} भेजने पर योग {3} था; Tally {4} दिखाता है, योग {5}। इसे Tally में देखें</translation>
    </message>
    <message>
        <source>Tally gave it the number {1} instead of {2}: its voucher type numbers by itself</source>
        <translation>Tally ने {2} के बजाय नंबर {1} दिया: उसका वाउचर प्रकार अपने-आप नंबर देता है</translation>
    </message>
    <message>
        <source>Its due date {1} reads {2} in Tally</source>
        <translation>उसकी देय तारीख {1} Tally में {2} है</translation>
    </message>
    <message>
        <source>What describes its goods (line {1}) stays in SalesMate Sync: it is not sent to Tally</source>
        <translation>माल का विवरण (पंक्ति {1}) SalesMate Sync में ही रहता है: वह Tally को नहीं भेजा जाता</translation>
    </message>
    <message>
        <source>Line {1}: the quantity {2} reads {3} in Tally</source>
        <translation>पंक्ति {1}: मात्रा {2} Tally में {3} है</translation>
    </message>
    <message>
        <source>Tally kept some of its allocations in another form ({1}). Look at it in Tally</source>
        <translation>Tally ने कुछ बिल-वार बँटवारा दूसरे रूप में रखा ({1})। इसे Tally में देखें</translation>
    </message>
    <message>
        <source>The due date {1} is before the document's date {2}. Nothing was sent.</source>
        <translation>देय तारीख {1} दस्तावेज़ की तारीख {2} से पहले की है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The document comes to {1}: what is given back is a credit note, which SalesMate Sync does not send.</source>
        <translation>दस्तावेज़ का कुल {1} है: जो लौटाया जाता है वह क्रेडिट नोट है, जिसे SalesMate Sync नहीं भेजता।</translation>
    </message>
    <message>
        <source>Tally has no tax ledger “{1}”, and the name does not tell whether it is CGST, SGST or IGST. Nothing was sent.</source>
        <translation>Tally में “{1}” नाम का कोई कर लेजर नहीं है, और नाम से पता नहीं चलता कि यह CGST, SGST या IGST है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The {1} of this document is not in Tally (yet). Nothing was sent.</source>
        <translation>इस दस्तावेज़ का {1} (अभी) Tally में नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Sync the {1} first; then send it again.</source>
        <translation>पहले {1} सिंक करें; फिर इसे दोबारा भेजें।</translation>
    </message>
    <message>
        <source>In Tally this voucher holds {1}, which a change from SalesMate Sync would lose. Nothing was sent.</source>
        <translation>Tally में इस वाउचर में यह भी है: {1}। SalesMate Sync से बदलाव करने पर यह खो जाता। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>a form of “{1}” that can't be sent back ({2})</source>
        <translation>“{1}” का ऐसा रूप जो वापस नहीं भेजा जा सकता ({2})</translation>
    </message>
    <message>
        <source>{1} is not in Tally (any more). Nothing was sent.</source>
        <translation>{1} (अब) Tally में नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} was changed in Tally in the meantime. Nothing was sent.</source>
        <translation>{1} को इस बीच Tally में बदला गया। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} was entered in Tally by hand and has no number, so it can't be changed from here. Nothing was sent.</source>
        <translation>{1} को Tally में हाथ से दर्ज किया गया था और उसका नंबर नहीं है, इसलिए उसे यहाँ से नहीं बदला जा सकता। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>On {1} Tally has other vouchers numbered {2}, too ({3}); it would not tell them apart from {4}. Nothing was sent.</source>
        <translation>{1} को Tally में नंबर {2} वाले दूसरे वाउचर भी हैं ({3}); वह उन्हें {4} से अलग नहीं पहचान पाएगा। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} was deleted in Tally just now; our change was taken back.</source>
        <translation>{1} को Tally में अभी हटाया गया; हमारा बदलाव वापस ले लिया गया।</translation>
    </message>
    <message>
        <source>ATTENTION: instead of changing {1}, Tally made a second voucher {2}. Both are in Tally now.</source>
        <translation>ध्यान दें: {1} को बदलने के बजाय Tally ने दूसरा वाउचर {2} बना दिया। अब दोनों Tally में हैं।</translation>
    </message>
    <message>
        <source>Compare {1} with voucher {2} in Tally, and delete the one that is wrong.</source>
        <translation>Tally में {1} को वाउचर {2} से मिलाएँ, और जो गलत है उसे हटा दें।</translation>
    </message>
    <message>
        <source>{1} of {2} (id {3})</source>
        <translation>{1}, {2} (id {3})</translation>
    </message>
    <message>
        <source>Tally says that it saved {1}, but does not show it.</source>
        <translation>Tally कहता है कि उसने {1} को सहेजा, पर उसे दिखाता नहीं।</translation>
    </message>
    <message>
        <source>Tally has {1}, but it can't be read.</source>
        <translation>{1} Tally में है, पर पढ़ा नहीं जा सका।</translation>
    </message>
    <message>
        <source>Tally took {1}, but it could not be read back: {2}</source>
        <translation>Tally ने {1} को ले लिया, पर उसे वापस पढ़ा नहीं जा सका: {2}</translation>
    </message>
    <message>
        <source>{1} has no id of Tally's. Nothing was sent.</source>
        <translation>{1} की Tally वाली id नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} has no date. Nothing was sent.</source>
        <translation>{1} में तारीख नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>“{1}” was cancelled before it reached Tally. Nothing was sent.</source>
        <translation>“{1}” Tally तक पहुँचने से पहले ही रद्द किया गया। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>It was in Tally already, dated {1}, and was written over with what SalesMate Sync has</source>
        <translation>वह Tally में पहले से था, तारीख {1}, और उस पर SalesMate Sync वाला लिख दिया गया</translation>
    </message>
    <message>
        <source>Tally says that it saved {1}, but shows another voucher for it.</source>
        <translation>Tally कहता है कि उसने {1} को सहेजा, पर उसकी जगह दूसरा वाउचर दिखाता है।</translation>
    </message>
    <message>
        <source>Enter one {1} by hand in Tally, then try again: its form is taken over.{2}</source>
        <translation>Tally में एक {1} हाथ से दर्ज करें, फिर कोशिश करें: उसका रूप अपना लिया जाएगा।{2}</translation>
    </message>
    <message>
        <source>The sign-in leads to the organisation “{1}”, not to the one that this connection was made for. Nothing was read or written.</source>
        <translation>साइन-इन संगठन “{1}” का है, उसका नहीं जिसके लिए यह कनेक्शन बना था। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>The sign-in leads to another organisation now: “{1}” instead of “{2}”.</source>
        <translation>साइन-इन अब दूसरे संगठन का है: “{2}” के बजाय “{1}”।</translation>
    </message>
    <message>
        <source>Zoho did not answer whether it made the field “{1}” in {2}. No record was sent.</source>
        <translation>Zoho ने नहीं बताया कि उसने {2} में “{1}” फ़ील्ड बनाया या नहीं। कोई रिकॉर्ड नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>The organisation is “{1}”{2}.</source>
        <translation>संगठन “{1}” है{2}।</translation>
    </message>
    <message>
        <source>{1} fields of {2} read; one record, too.</source>
        <translation>{2} के {1} फ़ील्ड पढ़े गए; एक रिकॉर्ड भी।</translation>
    </message>
    <message>
        <source>{1} fields of {2} read; it has no records yet.</source>
        <translation>{2} के {1} फ़ील्ड पढ़े गए; उसमें अभी कोई रिकॉर्ड नहीं है।</translation>
    </message>
    <message>
        <source>The login of {1} is not good at {2}: these are two data centres of Zoho. Nothing was read or written.</source>
        <translation>{1} का लॉगिन {2} पर नहीं चलता: ये Zoho के दो डेटा सेंटर हैं। कुछ पढ़ा या लिखा नहीं गया।</translation>
    </message>
    <message>
        <source>The sign-in told us to send everything to {1}, which is none of Zoho's addresses. Nothing was sent.</source>
        <translation>साइन-इन ने सब कुछ {1} पर भेजने को कहा, जो Zoho का पता नहीं है। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Zoho refused the call and calls it {1}. Nothing of the answer was used.</source>
        <translation>Zoho ने अनुरोध अस्वीकार किया और कारण {1} बताया। जवाब में से कुछ काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Zoho refused this record and calls it {1}.</source>
        <translation>Zoho ने यह रिकॉर्ड अस्वीकार किया और कारण {1} बताया।</translation>
    </message>
    <message>
        <source>{1} It may have {2} characters at most.</source>
        <translation>{1} उसमें अधिक से अधिक {2} अक्षर हो सकते हैं।</translation>
    </message>
    <message>
        <source>a value of the kind {1}</source>
        <translation>{1} प्रकार का मान</translation>
    </message>
    <message>
        <source>{1} It wants {2} there.</source>
        <translation>{1} वहाँ यह चाहिए: {2}।</translation>
    </message>
    <message>
        <source>{1} It is not one of the choices.</source>
        <translation>{1} यह विकल्पों में नहीं है।</translation>
    </message>
    <message>
        <source>Choose one of these: {1}.</source>
        <translation>इनमें से एक चुनें: {1}।</translation>
    </message>
    <message>
        <source>Line {1} names no product, and Zoho CRM takes only lines that do. Nothing of this document was sent.</source>
        <translation>पंक्ति {1} में आइटम नहीं है, और Zoho CRM केवल आइटम वाली पंक्तियाँ लेता है। इस दस्तावेज़ का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Zoho says that it made the field “{1}”, but does not show it.</source>
        <translation>Zoho कहता है कि उसने फ़ील्ड “{1}” बनाया, पर उसे दिखाता नहीं।</translation>
    </message>
    <message>
        <source>Zoho has a field “{1}” in {2} already, but it is no text field that is marked as unique.</source>
        <translation>Zoho के {2} में “{1}” नाम का फ़ील्ड पहले से है, पर वह ऐसा टेक्स्ट फ़ील्ड नहीं है जिसमें दोहराव मना हो।</translation>
    </message>
    <message>
        <source>The field “{1}” could not be made in {2}: {3}</source>
        <translation>{2} में फ़ील्ड “{1}” नहीं बनाया जा सका: {3}</translation>
    </message>
    <message>
        <source>A value of this record is not what Zoho says it is ({1}). The record was left as it is.</source>
        <translation>इस रिकॉर्ड का एक मान वैसा नहीं है जैसा Zoho बताता है ({1})। रिकॉर्ड जैसा है वैसा छोड़ा गया।</translation>
    </message>
    <message>
        <source>The user who signed in may not do this in Zoho{1}.</source>
        <translation>साइन इन करने वाले उपयोगकर्ता को Zoho में यह करने की अनुमति नहीं है{1}।</translation>
    </message>
    <message>
        <source>Another record in Zoho has the same value in “{1}”, and Zoho allows it only once.</source>
        <translation>Zoho में किसी और रिकॉर्ड में “{1}” का यही मान है, और Zoho इसे एक ही बार रहने देता है।</translation>
    </message>
    <message>
        <source>Zoho takes no record without “{1}”, and it is empty.</source>
        <translation>Zoho “{1}” के बिना कोई रिकॉर्ड नहीं लेता, और यह खाली है।</translation>
    </message>
    <message>
        <source>Zoho does not take the value of “{1}”.</source>
        <translation>Zoho “{1}” का मान नहीं लेता।</translation>
    </message>
    <message>
        <source>Zoho found several things wrong with it: {1}</source>
        <translation>Zoho को इसमें कई गलतियाँ मिलीं: {1}</translation>
    </message>
    <message>
        <source>“{1}” can't stand alone in Zoho: another field that belongs to it is missing.</source>
        <translation>Zoho में “{1}” अकेला नहीं रह सकता: उससे जुड़ा दूसरा फ़ील्ड नहीं भरा है।</translation>
    </message>
    <message>
        <source>Zoho expects at least one more field beside what was sent (“{1}”).</source>
        <translation>जो भेजा गया (“{1}”), उसके अलावा Zoho को कम से कम एक और फ़ील्ड चाहिए।</translation>
    </message>
    <message>
        <source>“{1}” does not go together with the value of another field in Zoho.</source>
        <translation>Zoho में “{1}” किसी दूसरे फ़ील्ड के मान के साथ नहीं बैठता।</translation>
    </message>
    <message>
        <source>The choice in “{1}” is not offered with the layout that this record has in Zoho.</source>
        <translation>“{1}” का यह विकल्प उस लेआउट में नहीं है जो Zoho में इस रिकॉर्ड का है।</translation>
    </message>
    <message>
        <source>Zoho could not read what was sent for “{1}”.</source>
        <translation>“{1}” के लिए जो भेजा गया, उसे Zoho नहीं पढ़ सका।</translation>
    </message>
    <message>
        <source>Zoho does not allow this for “{1}”.</source>
        <translation>Zoho “{1}” के लिए इसकी अनुमति नहीं देता।</translation>
    </message>
    <message>
        <source>Zoho misses a part of the question (“{1}”) and answered nothing.</source>
        <translation>Zoho को सवाल का एक भाग (“{1}”) नहीं मिला और उसने कोई जवाब नहीं दिया।</translation>
    </message>
    <message>
        <source>Something between here and Zoho may have cut the address short. {1}</source>
        <translation>यहाँ और Zoho के बीच किसी ने शायद पता छोटा कर दिया। {1}</translation>
    </message>
    <message>
        <source>Zoho wants the question put in another way (“{1}”) and answered nothing.</source>
        <translation>Zoho को सवाल दूसरी तरह से चाहिए (“{1}”) और उसने कोई जवाब नहीं दिया।</translation>
    </message>
    <message>
        <source>Zoho does not understand a part of the question (“{1}”) and answered nothing.</source>
        <translation>Zoho सवाल का एक भाग (“{1}”) नहीं समझता और उसने कोई जवाब नहीं दिया।</translation>
    </message>
    <message>
        <source>This is more than Zoho takes at once (“{1}”); it did nothing.</source>
        <translation>Zoho एक बार में जितना लेता है, यह उससे ज़्यादा है (“{1}”); उसने कुछ नहीं किया।</translation>
    </message>
    <message>
        <source>Sync fewer fields. {1}</source>
        <translation>कम फ़ील्ड सिंक करें। {1}</translation>
    </message>
    <message>
        <source>Zoho can't answer a query as it stands (“{1}”).</source>
        <translation>Zoho इस रूप में क्वेरी (“{1}”) का जवाब नहीं दे सकता।</translation>
    </message>
    <message>
        <source>{1} Zoho's status page may tell more.</source>
        <translation>{1} Zoho के स्थिति पेज से ज़्यादा पता चल सकता है।</translation>
    </message>
    <message>
        <source>has {1} characters, and Zoho takes {2}</source>
        <translation>में {1} अक्षर हैं, और Zoho {2} लेता है</translation>
    </message>
    <message>
        <source>can't be “{1}”: Zoho wants a number</source>
        <translation>में “{1}” नहीं हो सकता: Zoho को संख्या चाहिए</translation>
    </message>
    <message>
        <source>has {1} digits, and Zoho takes {2}</source>
        <translation>में {1} अंक हैं, और Zoho {2} लेता है</translation>
    </message>
    <message>
        <source>can't be “{1}”: Zoho wants a whole number there</source>
        <translation>में “{1}” नहीं हो सकता: Zoho को वहाँ पूर्ण संख्या चाहिए</translation>
    </message>
    <message>
        <source>has more digits than Zoho keeps ({1})</source>
        <translation>में Zoho जितने अंक रखता है उससे ज़्यादा हैं ({1})</translation>
    </message>
    <message>
        <source>can't be “{1}”: Zoho wants yes or no</source>
        <translation>में “{1}” नहीं हो सकता: Zoho को हाँ या नहीं चाहिए</translation>
    </message>
    <message>
        <source>can't be “{1}”: Zoho wants a date</source>
        <translation>में “{1}” नहीं हो सकता: Zoho को तारीख चाहिए</translation>
    </message>
    <message>
        <source>can't be “{1}”: Zoho wants a day and time</source>
        <translation>में “{1}” नहीं हो सकता: Zoho को दिन और समय चाहिए</translation>
    </message>
    <message>
        <source>names a record that Zoho does not have (“{1}”)</source>
        <translation>में ऐसा रिकॉर्ड है जो Zoho में नहीं है (“{1}”)</translation>
    </message>
    <message>
        <source>Choose one of these, say in the mapping which of them it is, or add it in Zoho: {1}.</source>
        <translation>इनमें से एक चुनें, फ़ील्ड मेल में बताएँ कि यह इनमें से कौन सा है, या इसे Zoho में जोड़ें: {1}।</translation>
    </message>
    <message>
        <source>can't be “{1}”: that is not one of the choices in Zoho</source>
        <translation>में “{1}” नहीं हो सकता: यह Zoho के विकल्पों में नहीं है</translation>
    </message>
    <message>
        <source>The field {1} is no longer in Zoho's {2}. Nothing of this record was sent.</source>
        <translation>फ़ील्ड {1} अब Zoho के {2} में नहीं है। इस रिकॉर्ड का कुछ भी नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Zoho has a record with “{1}” already.</source>
        <translation>Zoho में “{1}” वाला रिकॉर्ड पहले से है।</translation>
    </message>
    <message>
        <source>Zoho has {1} records that may be “{2}”, sent before its answer was lost.</source>
        <translation>Zoho में {1} रिकॉर्ड हैं जो “{2}” हो सकते हैं; वह भेजा गया था, पर उसका जवाब खो गया।</translation>
    </message>
    <message>
        <source>It can't be told whether “{1}” was made in Zoho: its answer was lost and nothing tells it apart.</source>
        <translation>यह पता नहीं चल सकता कि “{1}” Zoho में बना या नहीं: उसका जवाब खो गया और उसे पहचानने के लिए कुछ नहीं है।</translation>
    </message>
    <message>
        <source>{1} exists already.</source>
        <translation>{1} पहले से मौजूद है।</translation>
    </message>
    <message>
        <source>{1} can't be read.</source>
        <translation>{1} को पढ़ा नहीं जा सका।</translation>
    </message>
    <message>
        <source>{1} is not a backup of SalesMate Sync.</source>
        <translation>{1} SalesMate Sync का बैकअप नहीं है।</translation>
    </message>
    <message>
        <source>{1} is a database of another program.</source>
        <translation>{1} किसी दूसरे प्रोग्राम का डेटाबेस है।</translation>
    </message>
    <message>
        <source>The folder {1} can't be made.</source>
        <translation>फ़ोल्डर {1} नहीं बन सका।</translation>
    </message>
    <message>
        <source>The disk with {1} has {2} MB free; {3} MB are needed.</source>
        <translation>{1} वाली डिस्क में {2} MB खाली है; {3} MB चाहिए।</translation>
    </message>
    <message>
        <source>{1} can't be written: {2}.</source>
        <translation>{1} में लिखा नहीं जा सका: {2}।</translation>
    </message>
    <message>
        <source>{1} is damaged and was not used.</source>
        <translation>{1} खराब है और काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>A database of the kind {1} can't hold the hub.</source>
        <translation>{1} प्रकार के डेटाबेस में ये रिकॉर्ड नहीं रखे जा सकते।</translation>
    </message>
    <message>
        <source>The data folder {1} can't be made.</source>
        <translation>डेटा फ़ोल्डर {1} नहीं बन सका।</translation>
    </message>
    <message>
        <source>row {1} of {2} refers to a row of {3} that is not there</source>
        <translation>{2} की पंक्ति {1}, {3} की ऐसी पंक्ति की ओर इशारा करती है जो है ही नहीं</translation>
    </message>
    <message>
        <source>journal mode is {1}, not wal: is the data folder on a network share?</source>
        <translation>जर्नल मोड {1} है, wal नहीं: क्या डेटा फ़ोल्डर नेटवर्क पर है?</translation>
    </message>
    <message>
        <source>This database keeps its text as {1}, which has no room for every name.</source>
        <translation>यह डेटाबेस अपना टेक्स्ट {1} में रखता है, जिसमें हर नाम नहीं लिखा जा सकता।</translation>
    </message>
    <message>
        <source>This record has no version {1}.</source>
        <translation>इस रिकॉर्ड का संस्करण {1} नहीं है।</translation>
    </message>
    <message>
        <source>There is no entity type {1}.</source>
        <translation>{1} नाम का कोई रिकॉर्ड प्रकार नहीं है।</translation>
    </message>
    <message>
        <source>There are: {1}.</source>
        <translation>ये हैं: {1}।</translation>
    </message>
    <message>
        <source>There is no such {1}.</source>
        <translation>ऐसा कोई {1} नहीं है।</translation>
    </message>
    <message>
        <source>This {1} is deleted.</source>
        <translation>यह {1} हटाया हुआ है।</translation>
    </message>
    <message>
        <source>{1} has no field {2}.</source>
        <translation>{1} में {2} नाम का फ़ील्ड नहीं है।</translation>
    </message>
    <message>
        <source>{1} is set by SalesMate Sync and can't be changed.</source>
        <translation>{1} को SalesMate Sync भरता है; इसे बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>{1} comes from the books and can't be changed here.</source>
        <translation>{1} बही से आता है; इसे यहाँ बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>{1} is needed.</source>
        <translation>{1} ज़रूरी है।</translation>
    </message>
    <message>
        <source>{1} must be true or false.</source>
        <translation>{1} में true या false होना चाहिए।</translation>
    </message>
    <message>
        <source>{1} must be one of {2}.</source>
        <translation>{1} इनमें से एक होना चाहिए: {2}।</translation>
    </message>
    <message>
        <source>{1} must be text.</source>
        <translation>{1} में टेक्स्ट होना चाहिए।</translation>
    </message>
    <message>
        <source>{1} holds a character that is not text.</source>
        <translation>{1} में ऐसा अक्षर है जो टेक्स्ट नहीं है।</translation>
    </message>
    <message>
        <source>{1} must be a number.</source>
        <translation>{1} में संख्या होनी चाहिए।</translation>
    </message>
    <message>
        <source>{1} must be a date such as 2026-08-01.</source>
        <translation>{1} में तारीख होनी चाहिए, जैसे 2026-08-01।</translation>
    </message>
    <message>
        <source>{1} must be an id or a name.</source>
        <translation>{1} में id या नाम होना चाहिए।</translation>
    </message>
    <message>
        <source>There is no {1} with this id.</source>
        <translation>इस id वाला कोई {1} नहीं है।</translation>
    </message>
    <message>
        <source>More than one {1} is called {2}.</source>
        <translation>एक से ज़्यादा {1} का नाम {2} है।</translation>
    </message>
    <message>
        <source>No {1} is called {2}.</source>
        <translation>{2} नाम का कोई {1} नहीं है।</translation>
    </message>
    <message>
        <source>Create the {1} first, or give an id.</source>
        <translation>पहले {1} बनाएँ, या id दें।</translation>
    </message>
    <message>
        <source>{1} must be a list.</source>
        <translation>{1} एक सूची होनी चाहिए।</translation>
    </message>
    <message>
        <source>Each of {1} must be an object.</source>
        <translation>{1} की हर पंक्ति नाम और मान वाला एक समूह होनी चाहिए।</translation>
    </message>
    <message>
        <source>{1} have no field {2}.</source>
        <translation>{1} में {2} नाम का फ़ील्ड नहीं है।</translation>
    </message>
    <message>
        <source>{1} have no line {2}.</source>
        <translation>{1} में पंक्ति {2} नहीं है।</translation>
    </message>
    <message>
        <source>Line {1} is there twice.</source>
        <translation>पंक्ति {1} दो बार है।</translation>
    </message>
    <message>
        <source>The template {1} has been changed meanwhile; nothing was saved.</source>
        <translation>टेम्पलेट {1} इस बीच बदल गया; कुछ नहीं सहेजा गया।</translation>
    </message>
    <message>
        <source>There is a template called {1} already.</source>
        <translation>{1} नाम का टेम्पलेट पहले से है।</translation>
    </message>
    <message>
        <source>Links of {1} use this template; it was not deleted.</source>
        <translation>{1} के लिंक इस टेम्पलेट को काम में लेते हैं; इसे नहीं हटाया गया।</translation>
    </message>
    <message>
        <source>{1} is not a port.</source>
        <translation>{1} पोर्ट नहीं है।</translation>
    </message>
    <message>
        <source>is in use by {1}</source>
        <translation>को {1} काम में ले रहा है</translation>
    </message>
    <message>
        <source>Port {1} on {2} {3}.</source>
        <translation>{2} पर पोर्ट {1} {3}।</translation>
    </message>
    <message>
        <source>Take another one: --port {1}.</source>
        <translation>दूसरा लें: --port {1}।</translation>
    </message>
    <message>
        <source>{1} is not an address of this machine.</source>
        <translation>{1} इस कंप्यूटर का पता नहीं है।</translation>
    </message>
    <message>
        <source>can't be sent: read again, what is sent for it {1}</source>
        <translation>नहीं भेजा जा सकता: वापस पढ़ने पर इसके लिए भेजा गया मान {1}</translation>
    </message>
    <message>
        <source>can't be sent: what is sent for it would read as {1} here</source>
        <translation>नहीं भेजा जा सकता: इसके लिए भेजा गया मान यहाँ {1} पढ़ा जाएगा</translation>
    </message>
    <message>
        <source>The transforms lead to {1}, but {2} is {3}.</source>
        <translation>रूपांतरों से {1} बनता है, पर {2} के लिए {3} चाहिए।</translation>
    </message>
    <message>
        <source>Did you mean {1}?</source>
        <translation>क्या आपका मतलब {1} था?</translation>
    </message>
    <message>
        <source>Use one of {1}.</source>
        <translation>इनमें से एक काम में लें: {1}।</translation>
    </message>
    <message>
        <source>There is no transform {1}.</source>
        <translation>{1} नाम का कोई रूपांतर नहीं है।</translation>
    </message>
    <message>
        <source>“{1}” works on {2}, but gets {3} here.</source>
        <translation>“{1}” को {2} चाहिए, पर यहाँ {3} मिलता है।</translation>
    </message>
    <message>
        <source>Put “{1}” ({2}) between them.</source>
        <translation>उनके बीच “{1}” ({2}) लगाएँ।</translation>
    </message>
    <message>
        <source>{1} is linked both ways, but “{2}” reads other fields ({3}): what is put together of several can't be taken apart again. In a link both ways it knows only its own field, as value.</source>
        <translation>{1} दोनों दिशाओं में लिंक है, पर “{2}” दूसरे फ़ील्ड ({3}) भी पढ़ता है: कई फ़ील्ड से जो जोड़ा गया वह फिर अलग नहीं हो सकता। दोनों दिशाओं वाले लिंक में वह सिर्फ़ अपना फ़ील्ड जानता है, value के रूप में।</translation>
    </message>
    <message>
        <source>It can be undone only when {1}.</source>
        <translation>इसे तभी पलटा जा सकता है जब {1}।</translation>
    </message>
    <message>
        <source>{1} is linked both ways, but “{2}” can't be undone: what is changed here could not be sent.{3}</source>
        <translation>{1} दोनों दिशाओं में लिंक है, पर “{2}” को पलटा नहीं जा सकता: यहाँ का बदलाव भेजा नहीं जा सकेगा।{3}</translation>
    </message>
    <message>
        <source>{1} is linked with {2}</source>
        <translation>{1} का लिंक {2} से है</translation>
    </message>
    <message>
        <source>{1} itself is not</source>
        <translation>{1} का अपना कोई लिंक नहीं है</translation>
    </message>
    <message>
        <source>{1} is linked with {2}, but {3}.</source>
        <translation>{1} का लिंक {2} से है, पर {3}।</translation>
    </message>
    <message>
        <source>Link {1} to the list that holds its lines, in the same direction.</source>
        <translation>{1} को उसी दिशा में उस सूची से लिंक करें जिसमें वहाँ इसकी पंक्तियाँ हैं।</translation>
    </message>
    <message>
        <source>can't be put together: {1} {2}</source>
        <translation>नहीं जोड़ा जा सकता: {1} {2}</translation>
    </message>
    <message>
        <source>a list of {1}</source>
        <translation>{1} मानों की सूची</translation>
    </message>
    <message>
        <source>{1} is not a number</source>
        <translation>{1} संख्या नहीं है</translation>
    </message>
    <message>
        <source>the text gets longer than {1} characters</source>
        <translation>टेक्स्ट {1} अक्षरों से लंबा हो जाता है</translation>
    </message>
    <message>
        <source>{1} is not a count of letters</source>
        <translation>{1} अक्षरों की गिनती नहीं है</translation>
    </message>
    <message>
        <source>{1} is not a date</source>
        <translation>{1} तारीख नहीं है</translation>
    </message>
    <message>
        <source>can't be calculated: {1}</source>
        <translation>की गणना नहीं हो सकी: {1}</translation>
    </message>
    <message>
        <source>{1} is missing</source>
        <translation>{1} नहीं दिया है</translation>
    </message>
    <message>
        <source>{1} does not belong here</source>
        <translation>{1} की यहाँ जगह नहीं है</translation>
    </message>
    <message>
        <source>there is no function {1}</source>
        <translation>{1} नाम का कोई फ़ंक्शन नहीं है</translation>
    </message>
    <message>
        <source>{1}() is used like {2}</source>
        <translation>{1}() को ऐसे लिखते हैं: {2}</translation>
    </message>
    <message>
        <source>{1} is neither true nor false</source>
        <translation>{1} न सही है न गलत</translation>
    </message>
    <message>
        <source>{1} and {2} can't be compared</source>
        <translation>{1} और {2} की तुलना नहीं हो सकती</translation>
    </message>
    <message>
        <source>At character {1}: {2}</source>
        <translation>अक्षर {1} पर: {2}</translation>
    </message>
    <message>
        <source>the formula is longer than {1} characters</source>
        <translation>फ़ॉर्मूला {1} अक्षरों से लंबा है</translation>
    </message>
    <message>
        <source>is not a GSTIN: no state has the code {1}</source>
        <translation>GSTIN नहीं है: किसी राज्य का कोड {1} नहीं है</translation>
    </message>
    <message>
        <source>{1} is not a field path.</source>
        <translation>{1} किसी फ़ील्ड का रास्ता नहीं है।</translation>
    </message>
    <message>
        <source>{1} is linked twice.</source>
        <translation>{1} दो बार लिंक है।</translation>
    </message>
    <message>
        <source>{1} is a list of lines: it takes no transforms and no value table.</source>
        <translation>{1} पंक्तियों की सूची है: इस पर न रूपांतर लगते हैं, न मान तालिका।</translation>
    </message>
    <message>
        <source>{1} names another record: nothing can be put together with it.</source>
        <translation>{1} दूसरे रिकॉर्ड का नाम देता है: इसके साथ कुछ जोड़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The default of {1}, {2}, {3}.</source>
        <translation>{1} का डिफ़ॉल्ट मान {2} {3}।</translation>
    </message>
    <message>
        <source>{1} is not a field path</source>
        <translation>{1} किसी फ़ील्ड का रास्ता नहीं है</translation>
    </message>
    <message>
        <source>there is no field {1} here; did you mean {2}?</source>
        <translation>यहाँ {1} नाम का फ़ील्ड नहीं है; क्या आपका मतलब {2} था?</translation>
    </message>
    <message>
        <source>there is no field {1} here; known are {2}</source>
        <translation>यहाँ {1} नाम का फ़ील्ड नहीं है; ये हैं: {2}</translation>
    </message>
    <message>
        <source>{1} is not a setting here.</source>
        <translation>{1} यहाँ की कोई सेटिंग नहीं है।</translation>
    </message>
    <message>
        <source>Settings: {1}.</source>
        <translation>सेटिंग: {1}।</translation>
    </message>
    <message>
        <source>{1} is missing.</source>
        <translation>{1} नहीं भरा है।</translation>
    </message>
    <message>
        <source>is longer than {1} characters</source>
        <translation>{1} अक्षरों से लंबा है</translation>
    </message>
    <message>
        <source>must be at least {1}</source>
        <translation>कम से कम {1} होना चाहिए</translation>
    </message>
    <message>
        <source>must be at most {1}</source>
        <translation>ज़्यादा से ज़्यादा {1} होना चाहिए</translation>
    </message>
    <message>
        <source>must be one of {1}</source>
        <translation>इनमें से एक होना चाहिए: {1}</translation>
    </message>
    <message>
        <source>The pattern can't be read: {1}.</source>
        <translation>पैटर्न पढ़ा नहीं जा सका: {1}।</translation>
    </message>
    <message>
        <source>\{1} means nothing in a replacement.</source>
        <translation>बदलने वाले टेक्स्ट में \{1} का कोई मतलब नहीं है।</translation>
    </message>
    <message>
        <source>The pattern has {1} groups, there is no \{2}.</source>
        <translation>पैटर्न में {1} समूह हैं, \{2} नहीं है।</translation>
    </message>
    <message>
        <source>{1} and {2} can't both be sent: in one of them {3} is {4}, in the other {5}.</source>
        <translation>{1} और {2} दोनों नहीं भेजे जा सकते: एक में {3} {4} है, दूसरे में {5}।</translation>
    </message>
    <message>
        <source>{1}: both {2} and {3} are sent to it; {4} is what will be there.</source>
        <translation>{1}: {2} और {3} दोनों यहीं भेजे जाते हैं; वहाँ {4} रहेगा।</translation>
    </message>
    <message>
        <source>{1} is not a field type.</source>
        <translation>{1} कोई फ़ील्ड प्रकार नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not a direction.</source>
        <translation>{1} कोई दिशा नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not a rule for unmapped values.</source>
        <translation>{1} तालिका में न मिले मानों के लिए कोई नियम नहीं है।</translation>
    </message>
    <message>
        <source>A value table has at most {1} lines.</source>
        <translation>मान तालिका में ज़्यादा से ज़्यादा {1} पंक्तियाँ होती हैं।</translation>
    </message>
    <message>
        <source>The value table gives two values for {1}: {2} and {3}.</source>
        <translation>मान तालिका {1} के लिए दो मान देती है: {2} और {3}।</translation>
    </message>
    <message>
        <source>{1}: {2} and {3} both stand for {4}; {5} is what will be sent.</source>
        <translation>{1}: {2} और {3} दोनों {4} के लिए हैं; {5} भेजा जाएगा।</translation>
    </message>
    <message>
        <source>{1} does not refer to another record.</source>
        <translation>{1} किसी दूसरे रिकॉर्ड से नहीं जुड़ता।</translation>
    </message>
    <message>
        <source>“Look up by a field” can only stand {1}.</source>
        <translation>“फ़ील्ड से खोजें” सिर्फ़ {1} आ सकता है।</translation>
    </message>
    <message>
        <source>{1} can't be looked up by {2}.</source>
        <translation>{1} को {2} से नहीं खोजा जा सकता।</translation>
    </message>
    <message>
        <source>The brace at character {1} has no partner.</source>
        <translation>अक्षर {1} वाले कोष्ठक का जोड़ीदार नहीं है।</translation>
    </message>
    <message>
        <source>Write {1} where the value is to stand.</source>
        <translation>जहाँ मान आना है वहाँ {1} लिखें।</translation>
    </message>
    <message>
        <source>is not a date written like {1}</source>
        <translation>{1} की तरह लिखी तारीख नहीं है</translation>
    </message>
    <message>
        <source>{1} is not a part of a date.</source>
        <translation>{1} तारीख का भाग नहीं है।</translation>
    </message>
    <message>
        <source>{1} can't mean both yes and no.</source>
        <translation>{1} का मतलब हाँ और नहीं दोनों नहीं हो सकता।</translation>
    </message>
    <message>
        <source>does not look like {1}</source>
        <translation>{1} जैसा नहीं दिखता</translation>
    </message>
    <message>
        <source>{1} is the field's value; in a link that goes one way other fields may stand in it by their names.</source>
        <translation>{1} फ़ील्ड का मान है; एक ही दिशा वाले लिंक में दूसरे फ़ील्ड भी अपने नाम से आ सकते हैं।</translation>
    </message>
    <message>
        <source>“42” in “INV-{1}” → “INV-42”</source>
        <translation>“INV-{1}” में “42” → “INV-42”</translation>
    </message>
    <message>
        <source>the text holds {1} once and no other field</source>
        <translation>टेक्स्ट में {1} एक ही बार हो और कोई दूसरा फ़ील्ड न हो</translation>
    </message>
    <message>
        <source>is shorter than {1} characters</source>
        <translation>{1} अक्षरों से छोटा है</translation>
    </message>
    <message>
        <source>is less than {1}</source>
        <translation>{1} से कम है</translation>
    </message>
    <message>
        <source>is more than {1}</source>
        <translation>{1} से ज़्यादा है</translation>
    </message>
    <message>
        <source>One of the values {1}.</source>
        <translation>मानों में से एक {1}।</translation>
    </message>
    <message>
        <source>is not one of {1}</source>
        <translation>इनमें से नहीं है: {1}</translation>
    </message>
    <message>
        <source>breaks the rule {1}</source>
        <translation>यह नियम तोड़ता है: {1}</translation>
    </message>
    <message>
        <source>can't be checked: {1}</source>
        <translation>जाँचा नहीं जा सका: {1}</translation>
    </message>
    <message>
        <source>There is no rule {1}.</source>
        <translation>{1} नाम का कोई नियम नहीं है।</translation>
    </message>
    <message>
        <source>The rule “{1}” does not go with {2}.</source>
        <translation>“{1}” नियम {2} के साथ नहीं चलता।</translation>
    </message>
    <message>
        <source>The next sync goes on by itself after {1}. Nothing has to be done.</source>
        <translation>अगला सिंक {1} के बाद अपने-आप आगे बढ़ेगा। कुछ करने की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>not a number: {1}</source>
        <translation>संख्या नहीं है: {1}</translation>
    </message>
    <message>
        <source>not a finite number: {1}</source>
        <translation>सीमित संख्या नहीं है: {1}</translation>
    </message>
    <message>
        <source>SalesMate Sync on {1}</source>
        <translation>{1} पर SalesMate Sync</translation>
    </message>
    <message>
        <source>{1} is not a certificate.</source>
        <translation>{1} प्रमाणपत्र नहीं है।</translation>
    </message>
    <message>
        <source>The key {1} is locked with a passphrase.</source>
        <translation>कुंजी {1} पासफ़्रेज़ से बंद है।</translation>
    </message>
    <message>
        <source>Write it without one: openssl pkey -in "{1}" -out unlocked.pem</source>
        <translation>उसे बिना पासफ़्रेज़ के लिखें: openssl pkey -in "{1}" -out unlocked.pem</translation>
    </message>
    <message>
        <source>{1} is not a private key.</source>
        <translation>{1} निजी कुंजी नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not the name or address of a computer.</source>
        <translation>{1} किसी कंप्यूटर का नाम या पता नहीं है।</translation>
    </message>
    <message>
        <source>{1} can't be read: {2}.</source>
        <translation>{1} को पढ़ा नहीं जा सका: {2}।</translation>
    </message>
    <message>
        <source>(process {1}, {2})</source>
        <translation>(प्रोसेस {1}, {2})</translation>
    </message>
    <message>
        <source>SalesMate Sync is running with this data folder{1}.</source>
        <translation>SalesMate Sync इस डेटा फ़ोल्डर के साथ चल रहा है{1}।</translation>
    </message>
    <message>
        <source>The key file {1} can't be read.</source>
        <translation>कुंजी की फ़ाइल {1} को पढ़ा नहीं जा सका।</translation>
    </message>
    <message>
        <source>The key file {1} can be read by other users of this computer; it was not used.</source>
        <translation>कुंजी की फ़ाइल {1} को इस कंप्यूटर के दूसरे यूज़र पढ़ सकते हैं; उसे काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>The key file {1} can't be kept.</source>
        <translation>कुंजी की फ़ाइल {1} रखी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>The key file {1} can't be written.</source>
        <translation>कुंजी की फ़ाइल {1} में लिखा नहीं जा सका।</translation>
    </message>
    <message>
        <source>The passphrase must have at least {1} characters.</source>
        <translation>पासफ़्रेज़ में कम से कम {1} अक्षर होने चाहिए।</translation>
    </message>
    <message>
        <source>The moving file {1} can't be written: {2}. Nothing was made.</source>
        <translation>ले जाने की फ़ाइल {1} नहीं लिखी जा सकी: {2}। कुछ नहीं बनाया गया।</translation>
    </message>
    <message>
        <source>The moving file can't be unpacked into {1}: {2}. What was here is unchanged.</source>
        <translation>ले जाने की फ़ाइल {1} में खोली नहीं जा सकी: {2}। यहाँ जो था वह वैसा ही है।</translation>
    </message>
    <message>
        <source>{1} is not a whole moving file of SalesMate Sync; nothing of it was used.</source>
        <translation>{1} SalesMate Sync की पूरी ले जाने की फ़ाइल नहीं है; इसका कुछ भी काम में नहीं लिया गया।</translation>
    </message>
    <message>
        <source>paused until {1}</source>
        <translation>{1} तक रुका हुआ</translation>
    </message>
    <message>
        <source>{1} until {2}</source>
        <translation>{1}, {2} तक</translation>
    </message>
    <message>
        <source>quiet until {1}</source>
        <translation>{1} तक शांत समय</translation>
    </message>
    <message>
        <source>waiting: {1}, next try {2}</source>
        <translation>इंतज़ार: {1}, अगली कोशिश {2}</translation>
    </message>
    <message>
        <source>{1} asks us to wait</source>
        <translation>{1} इंतज़ार करने को कहता है</translation>
    </message>
    <message>
        <source>{1} does not answer</source>
        <translation>{1} जवाब नहीं देता</translation>
    </message>
    <message>
        <source>{1} What is sent is protected by the certificate.</source>
        <translation>{1} जो भेजा जाता है, उसे प्रमाणपत्र सुरक्षित रखता है।</translation>
    </message>
    <message>
        <source>{1} Without a certificate the token and the records travel unprotected: whoever can listen in this network can read them.</source>
        <translation>{1} प्रमाणपत्र के बिना टोकन और रिकॉर्ड असुरक्षित जाते हैं: जो इस नेटवर्क में सुन सकता है, वह उन्हें पढ़ सकता है।</translation>
    </message>
    <message>
        <source>Other computers would reach {1}, and nobody has agreed to that. {2}</source>
        <translation>दूसरे कंप्यूटर {1} तक पहुँच सकेंगे, और इसके लिए किसी ने सहमति नहीं दी है। {2}</translation>
    </message>
    <message>
        <source>ended on {1}</source>
        <translation>{1} को समाप्त हुआ</translation>
    </message>
    <message>
        <source>ends on {1}</source>
        <translation>{1} को समाप्त होगा</translation>
    </message>
    <message>
        <source>The certificate can't be kept in {1}: {2}.</source>
        <translation>प्रमाणपत्र {1} में नहीं रखा जा सका: {2}।</translation>
    </message>
    <message>
        <source>The access token {1} can't be made: {2}.</source>
        <translation>पहुँच टोकन {1} नहीं बनाया जा सका: {2}।</translation>
    </message>
    <message>
        <source>{1} is not a web address.</source>
        <translation>{1} वेब पता नहीं है।</translation>
    </message>
    <message>
        <source>Enter another redirect address in the connection's settings, and the same in {1}.</source>
        <translation>कनेक्शन की सेटिंग में वापसी का दूसरा पता भरें, और वही {1} में भी।</translation>
    </message>
    <message>
        <source>You signed out of {1}. Connect it again to go on syncing.</source>
        <translation>आपने {1} से साइन आउट किया है। सिंक जारी रखने के लिए उसे फिर जोड़ें।</translation>
    </message>
    <message>
        <source>{1} needs no sign-in in a browser.</source>
        <translation>{1} के लिए ब्राउज़र में साइन इन करना ज़रूरी नहीं है।</translation>
    </message>
    <message>
        <source>{1} could not be connected</source>
        <translation>{1} नहीं जोड़ा जा सका</translation>
    </message>
    <message>
        <source>{1} is connected</source>
        <translation>{1} जुड़ गया</translation>
    </message>
    <message>
        <source>You are signed in to {1}.</source>
        <translation>आप {1} में साइन इन हैं।</translation>
    </message>
    <message>
        <source>{1} is connected. You can close this page.</source>
        <translation>{1} जुड़ गया। आप यह पेज बंद कर सकते हैं।</translation>
    </message>
    <message>
        <source>Register this program in {1} and copy the client id from there.</source>
        <translation>यह प्रोग्राम {1} में पंजीकृत करें और वहाँ से client id कॉपी करें।</translation>
    </message>
    <message>
        <source>{1} is missing or too long.</source>
        <translation>{1} नहीं है या बहुत लंबा है।</translation>
    </message>
    <message>
        <source>{1} was not allowed to let SalesMate Sync in: somebody declined, or that user may not agree to it.</source>
        <translation>{1} को SalesMate Sync को अंदर आने देने की अनुमति नहीं मिली: किसी ने मना किया, या उस उपयोगकर्ता को सहमति देने का अधिकार नहीं है।</translation>
    </message>
    <message>
        <source>{1} Sign in as a user who may connect programs.</source>
        <translation>{1} ऐसे उपयोगकर्ता के रूप में साइन इन करें जिसे प्रोग्राम जोड़ने का अधिकार हो।</translation>
    </message>
    <message>
        <source>{1} {2} Nothing was stored.</source>
        <translation>{1} {2} कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>The browser came back with the address of a server that is none of {1}'s. Nothing was stored.</source>
        <translation>ब्राउज़र ऐसे सर्वर के पते के साथ लौटा जो {1} का नहीं है। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>{1} is not among the backups.</source>
        <translation>{1} बैकअप में नहीं है।</translation>
    </message>
    <message>
        <source>{1} can't be deleted: {2}.</source>
        <translation>{1} हटाया नहीं जा सका: {2}।</translation>
    </message>
    <message>
        <source>From 1 to {1} daily backups can be kept.</source>
        <translation>रोज़ के 1 से {1} बैकअप रखे जा सकते हैं।</translation>
    </message>
    <message>
        <source>{1} has no standard place for {2}.</source>
        <translation>{1} में {2} की कोई तय जगह नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not a kind of record.</source>
        <translation>{1} रिकॉर्ड का कोई प्रकार नहीं है।</translation>
    </message>
    <message>
        <source>Choose {1}.</source>
        <translation>इनमें से चुनें: {1}।</translation>
    </message>
    <message>
        <source>Choose {1}, or leave it out.</source>
        <translation>इनमें से चुनें: {1}, या इसे छोड़ दें।</translation>
    </message>
    <message>
        <source>{1} is not the table of {2}.</source>
        <translation>{1} {2} की तालिका नहीं है।</translation>
    </message>
    <message>
        <source>{1} has no field {2} to match on.</source>
        <translation>{1} में पहचान के लिए {2} नाम का फ़ील्ड नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not a number.</source>
        <translation>{1} संख्या नहीं है।</translation>
    </message>
    <message>
        <source>No fields are linked yet: nothing of {1} will be synced.</source>
        <translation>अभी कोई फ़ील्ड लिंक नहीं है: {1} में से कुछ भी सिंक नहीं होगा।</translation>
    </message>
    <message>
        <source>This version can't connect to {1} yet, so its fields were not checked.</source>
        <translation>यह संस्करण अभी {1} से नहीं जुड़ सकता, इसलिए इसके फ़ील्ड नहीं जाँचे गए।</translation>
    </message>
    <message>
        <source>{1} is not among the known fields of {2}.</source>
        <translation>{1}, {2} के ज्ञात फ़ील्ड में नहीं है।</translation>
    </message>
    <message>
        <source>{1} is required in SalesMate Sync but not linked.</source>
        <translation>SalesMate Sync में {1} ज़रूरी है, पर वह लिंक नहीं है।</translation>
    </message>
    <message>
        <source>Only from {1}</source>
        <translation>सिर्फ़ {1} से</translation>
    </message>
    <message>
        <source>{1} leads</source>
        <translation>{1} मुख्य</translation>
    </message>
    <message>
        <source>Only to {1}</source>
        <translation>सिर्फ़ {1} को</translation>
    </message>
    <message>
        <source>This connection already syncs {1} with that module.</source>
        <translation>यह कनेक्शन {1} को उस मॉड्यूल के साथ पहले से सिंक करता है।</translation>
    </message>
    <message>
        <source>The definition asks for another kind of login: {1}.</source>
        <translation>परिभाषा दूसरे लॉगिन-प्रकार की माँग करती है: {1}।</translation>
    </message>
    <message>
        <source>There is no choice {1}.</source>
        <translation>{1} नाम का कोई चुनाव नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not possible for {2}.</source>
        <translation>{2} के लिए {1} संभव नहीं है।</translation>
    </message>
    <message>
        <source>There is no connection {1}.</source>
        <translation>{1} नाम का कोई कनेक्शन नहीं है।</translation>
    </message>
    <message>
        <source>Connections: {1}.</source>
        <translation>कनेक्शन: {1}।</translation>
    </message>
    <message>
        <source>{1} connections are called {2}.</source>
        <translation>{1} कनेक्शनों का नाम {2} है।</translation>
    </message>
    <message>
        <source>There is no module {1}.</source>
        <translation>{1} नाम का कोई मॉड्यूल नहीं है।</translation>
    </message>
    <message>
        <source>The connection {1} already serves these books.</source>
        <translation>इन बहियों के लिए कनेक्शन {1} पहले से है।</translation>
    </message>
    <message>
        <source>{1} tells us of no changes</source>
        <translation>{1} बदलावों की सूचना नहीं देता</translation>
    </message>
    <message>
        <source>{1} waits in case Tally is still busy</source>
        <translation>{1} रुका है, शायद Tally अब भी व्यस्त हो</translation>
    </message>
    <message>
        <source>{1}: the login ends on {2}</source>
        <translation>{1}: लॉगिन {2} को समाप्त होगा</translation>
    </message>
    <message>
        <source>{1}: a sync waits for your answer</source>
        <translation>{1}: एक सिंक आपके जवाब का इंतज़ार कर रहा है</translation>
    </message>
    <message>
        <source>{1} can't be synced</source>
        <translation>{1} सिंक नहीं हो पा रहा</translation>
    </message>
    <message>
        <source>{1} records wait for your decision</source>
        <translation>{1} रिकॉर्ड आपके फ़ैसले का इंतज़ार कर रहे हैं</translation>
    </message>
    <message>
        <source>{1}: {2} record could not be taken over</source>
        <translation>{1}: {2} रिकॉर्ड नहीं लिया जा सका</translation>
    </message>
    <message>
        <source>{1}: {2} records could not be taken over</source>
        <translation>{1}: {2} रिकॉर्ड नहीं लिए जा सके</translation>
    </message>
    <message>
        <source>Connection {1}</source>
        <translation>कनेक्शन {1}</translation>
    </message>
    <message>
        <source>{1}, {2} MB free.</source>
        <translation>{1}, {2} MB खाली।</translation>
    </message>
    <message>
        <source>{1} can't be written.</source>
        <translation>{1} में लिखा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The database is damaged: {1}.</source>
        <translation>डेटाबेस ख़राब हो गया है: {1}।</translation>
    </message>
    <message>
        <source>The database is at revision {1}, not {2}.</source>
        <translation>डेटाबेस का संस्करण {1} है, {2} नहीं।</translation>
    </message>
    <message>
        <source>Sound ({1}, revision {2}).</source>
        <translation>ठीक है ({1}, संस्करण {2})।</translation>
    </message>
    <message>
        <source>{1} No connection needs one so far.</source>
        <translation>{1} अभी तक किसी कनेक्शन को इसकी ज़रूरत नहीं है।</translation>
    </message>
    <message>
        <source>The master key is in {1} and opens the stored secrets.</source>
        <translation>मास्टर कुंजी यहाँ है: {1}। वह रखे हुए पासवर्ड खोलती है।</translation>
    </message>
    <message>
        <source>Others can read {1}.</source>
        <translation>दूसरे लोग {1} पढ़ सकते हैं।</translation>
    </message>
    <message>
        <source>In {1}, readable by its owner alone.</source>
        <translation>{1} में, जिसे केवल उसका मालिक पढ़ सकता है।</translation>
    </message>
    <message>
        <source>{1} must be a text.</source>
        <translation>{1} टेक्स्ट होना चाहिए।</translation>
    </message>
    <message>
        <source>{1} is longer than {2} characters.</source>
        <translation>{1} में {2} से ज़्यादा अक्षर हैं।</translation>
    </message>
    <message>
        <source>{1} must be a whole number of seconds.</source>
        <translation>{1} सेकंड की पूर्ण संख्या होनी चाहिए।</translation>
    </message>
    <message>
        <source>{1} must be an object.</source>
        <translation>{1} एक ऑब्जेक्ट होना चाहिए।</translation>
    </message>
    <message>
        <source>no sync of {1}: {2}</source>
        <translation>{1} का सिंक नहीं हुआ: {2}</translation>
    </message>
    <message>
        <source>Events of {1}</source>
        <translation>{1} की सूचनाएँ</translation>
    </message>
    <message>
        <source>{1} is followed.</source>
        <translation>{1} पर नज़र रखी जा रही है।</translation>
    </message>
    <message>
        <source>{1} is not there.</source>
        <translation>{1} वहाँ नहीं है।</translation>
    </message>
    <message>
        <source>the position in {1} can't be kept: {2}</source>
        <translation>{1} में कहाँ तक पढ़ा गया, यह नहीं रखा जा सका: {2}</translation>
    </message>
    <message>
        <source>{1} is neither .xlsx nor .csv.</source>
        <translation>{1} न .xlsx है न .csv।</translation>
    </message>
    <message>
        <source>{1} is empty.</source>
        <translation>{1} खाली है।</translation>
    </message>
    <message>
        <source>{1} was changed since the preview. Nothing was taken in.</source>
        <translation>प्रीव्यू के बाद {1} बदल गई है। कुछ नहीं लिया गया।</translation>
    </message>
    <message>
        <source>{1} is not there any more.</source>
        <translation>{1} अब वहाँ नहीं है।</translation>
    </message>
    <message>
        <source>{1} has no limit of the kind {2}.</source>
        <translation>{1} में {2} प्रकार की कोई सीमा नहीं है।</translation>
    </message>
    <message>
        <source>{1} is known to allow {2} ({3}). Above that it may refuse calls and make the syncs wait.</source>
        <translation>जहाँ तक पता है, {1} {2} ({3}) की अनुमति देता है। इससे ज़्यादा पर वह अनुरोध अस्वीकार कर सकता है और सिंक को रुकना पड़ सकता है।</translation>
    </message>
    <message>
        <source>Answers at {1}.</source>
        <translation>{1} पर जवाब देता है।</translation>
    </message>
    <message>
        <source>Answers at {1}, also to other computers, and nothing protects what is sent: the access token and the records travel in clear.</source>
        <translation>{1} पर जवाब देता है, दूसरे कंप्यूटरों को भी, और जो भेजा जाता है वह सुरक्षित नहीं है: पहुँच टोकन और रिकॉर्ड खुले जाते हैं।</translation>
    </message>
    <message>
        <source>{1} shows no certificate.</source>
        <translation>{1} कोई प्रमाणपत्र नहीं दिखाता।</translation>
    </message>
    <message>
        <source>Answers at {1}, but its certificate {2}: programs that check it are refused from then on.</source>
        <translation>{1} पर जवाब देता है, पर उसका प्रमाणपत्र {2}: जो प्रोग्राम उसे जाँचते हैं, वे तब से नहीं जुड़ पाते।</translation>
    </message>
    <message>
        <source>Answers at {1}; its certificate is good until {2}.</source>
        <translation>{1} पर जवाब देता है; उसका प्रमाणपत्र {2} तक मान्य है।</translation>
    </message>
    <message>
        <source>Port {1} is in use by {2}.</source>
        <translation>पोर्ट {1} को {2} काम में ले रहा है।</translation>
    </message>
    <message>
        <source>Answers on port {1}.</source>
        <translation>पोर्ट {1} पर जवाब देता है।</translation>
    </message>
    <message>
        <source>Not running; port {1} is free.</source>
        <translation>चालू नहीं है; पोर्ट {1} खाली है।</translation>
    </message>
    <message>
        <source>{1} stands in {2}, and {3} is not linked.</source>
        <translation>{1}, {2} में है, और {3} लिंक नहीं है।</translation>
    </message>
    <message>
        <source>Link {1} with the list that holds its lines over there.</source>
        <translation>{1} को उस सूची से लिंक करें जिसमें वहाँ इसकी पंक्तियाँ हैं।</translation>
    </message>
    <message>
        <source>{1} has no field {2}: nothing would come of this link.</source>
        <translation>{1} में {2} नाम का फ़ील्ड नहीं है: इस लिंक से कुछ नहीं होगा।</translation>
    </message>
    <message>
        <source>nothing is sent to {1}</source>
        <translation>{1} को कुछ नहीं भेजा जाता</translation>
    </message>
    <message>
        <source>{1} only goes to {2}, and {3}: the link does nothing.</source>
        <translation>{1} सिर्फ़ {2} को जाता है, और {3}: लिंक कुछ नहीं करता।</translation>
    </message>
    <message>
        <source>{1} only comes from {2}, and this mapping only sends: the link does nothing.</source>
        <translation>{1} सिर्फ़ {2} से आता है, और यह फ़ील्ड मेल सिर्फ़ भेजता है: लिंक कुछ नहीं करता।</translation>
    </message>
    <message>
        <source>{1} can't be changed in {2}: what is sent of {3} would not arrive.</source>
        <translation>{2} में {1} नहीं बदला जा सकता: {3} में से जो भेजा जाए वह नहीं पहुँचेगा।</translation>
    </message>
    <message>
        <source>Make the link one way, from {1} to here.</source>
        <translation>लिंक एक ही दिशा में करें, {1} से यहाँ।</translation>
    </message>
    <message>
        <source>{1} is {2} in {3}, {4} is {5} here.</source>
        <translation>{3} में {1} का प्रकार {2} है, यहाँ {4} का प्रकार {5} है।</translation>
    </message>
    <message>
        <source>{1} is a text here, {2} is {3} in {4}: a text that is none would be refused.</source>
        <translation>यहाँ {1} टेक्स्ट है, {4} में {2} का प्रकार {3} है: जो टेक्स्ट वैसा नहीं है, वह अस्वीकार होगा।</translation>
    </message>
    <message>
        <source>{1}: the value table says nothing of {2}, which {3} has. {4}</source>
        <translation>{1}: मान तालिका में {2} के बारे में कुछ नहीं है, जो {3} में है। {4}</translation>
    </message>
    <message>
        <source>{1}: the value table says nothing of {2}, which may stand here. {3}</source>
        <translation>{1}: मान तालिका में {2} के बारे में कुछ नहीं है, जो यहाँ हो सकता है। {3}</translation>
    </message>
    <message>
        <source>{1} takes {2}; the value table makes {3}.</source>
        <translation>{1} में ये मान आते हैं: {2}; मान तालिका से बनता है: {3}।</translation>
    </message>
    <message>
        <source>{1} and {2} more</source>
        <translation>{1} और {2} अन्य</translation>
    </message>
    <message>
        <source>and {1} more</source>
        <translation>और {1} अन्य</translation>
    </message>
    <message>
        <source>Link {1}</source>
        <translation>लिंक {1}</translation>
    </message>
    <message>
        <source>{1} is needed here, and nothing fills it: new {2} would come without.</source>
        <translation>यहाँ {1} ज़रूरी है, और कुछ भी इसे नहीं भरता: नए {2} इसके बिना आएँगे।</translation>
    </message>
    <message>
        <source>Link {1}.</source>
        <translation>{1} को लिंक करें।</translation>
    </message>
    <message>
        <source>{1} that are on both sides already are recognised by {2}, which is not linked: they can't be recognised.</source>
        <translation>जो {1} दोनों तरफ़ पहले से हैं, वे {2} से पहचाने जाते हैं, जो लिंक नहीं है: वे पहचाने नहीं जा सकते।</translation>
    </message>
    <message>
        <source>Link {1}, or choose other fields to recognise them by.</source>
        <translation>{1} को लिंक करें, या पहचान के लिए दूसरे फ़ील्ड चुनें।</translation>
    </message>
    <message>
        <source>{1} needs {2} for a new {3}: nothing fills it.</source>
        <translation>{1} में नए {3} के लिए {2} चाहिए: कुछ भी इसे नहीं भरता।</translation>
    </message>
    <message>
        <source>Link a field of ours with {1}.</source>
        <translation>हमारा कोई फ़ील्ड {1} से लिंक करें।</translation>
    </message>
    <message>
        <source>{1} and {2} are both sent to {3} in {4}: the last one wins.</source>
        <translation>{1} और {2} दोनों {4} में {3} को भेजे जाते हैं: आख़िरी वाला रह जाता है।</translation>
    </message>
    <message>
        <source>{1} are sent without {2}: a line that is in {3} already keeps what it has there, a new one comes without.</source>
        <translation>{1}: इन्हें {2} के बिना भेजा जाता है। जो पंक्ति {3} में पहले से है, उसमें वहाँ का मान बना रहता है; नई पंक्ति इनके बिना आती है।</translation>
    </message>
    <message>
        <source>Link a field of ours with each that new {1} shall have.</source>
        <translation>नए {1} में जो-जो चाहिए, उनमें से हर एक से हमारा कोई फ़ील्ड लिंक करें।</translation>
    </message>
    <message>
        <source>{1}: {2} can't be {3}.</source>
        <translation>{1}: {2} को {3} नहीं जा सकता।</translation>
    </message>
    <message>
        <source>This mapping loses information: what would be sent back of {1} is not what came.</source>
        <translation>इस फ़ील्ड मेल से जानकारी खोती है: {1} में से जो वापस भेजा जाएगा, वह वैसा नहीं है जैसा आया था।</translation>
    </message>
    <message>
        <source>{1}: “{2}” would be sent back as “{3}”</source>
        <translation>{1}: “{2}” वापस “{3}” बनकर जाएगा</translation>
    </message>
    <message>
        <source>{1} of {2} records tried</source>
        <translation>आज़माए गए {2} में से {1} रिकॉर्ड</translation>
    </message>
    <message>
        <source>(of the first {1}, which were looked at)</source>
        <translation>(पहले {1} में से, जो देखे गए)</translation>
    </message>
    <message>
        <source>{1} {2} here{3} would be refused when {4} is sent: it breaks a rule of this link.</source>
        <translation>{4} भेजने पर यहाँ के {1} {2}{3} अस्वीकार होंगे: वे इस लिंक के एक नियम पर खरे नहीं उतरते।</translation>
    </message>
    <message>
        <source>{1} (own)</source>
        <translation>{1} (अपना)</translation>
    </message>
    <message>
        <source>Line {1}:</source>
        <translation>पंक्ति {1}:</translation>
    </message>
    <message>
        <source>The {1} “{2}” has not come in yet: {3} stays empty until it has.</source>
        <translation>{1} “{2}” अभी नहीं आया है: उसके आने तक {3} खाली रहेगा।</translation>
    </message>
    <message>
        <source>The {1} that {2} names is not in {3} yet.</source>
        <translation>{2} में जो {1} दिया है, वह अभी {3} में नहीं है।</translation>
    </message>
    <message>
        <source>{1} is empty, and {2} needs it.</source>
        <translation>{1} खाली है, और {2} को वह चाहिए।</translation>
    </message>
    <message>
        <source>{1} lines</source>
        <translation>{1} पंक्तियाँ</translation>
    </message>
    <message>
        <source>{1} could not be asked for its fields. {2} {3}</source>
        <translation>{1} से उसके फ़ील्ड नहीं पूछे जा सके। {2} {3}</translation>
    </message>
    <message>
        <source>The data folder {1} can't be written: {2}.</source>
        <translation>डेटा फ़ोल्डर {1} में नहीं लिखा जा सका: {2}।</translation>
    </message>
    <message>
        <source>Write it behind a colon, {1}:8080 for example.</source>
        <translation>उसे कोलन के बाद लिखें, जैसे {1}:8080।</translation>
    </message>
    <message>
        <source>{1} (process {2})</source>
        <translation>{1} (प्रोसेस {2})</translation>
    </message>
    <message>
        <source>{1}, says the mapping of “{2}”. Nothing was changed.</source>
        <translation>{1}: “{2}” के फ़ील्ड मेल का यही नियम है। कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>This {1} was deleted.</source>
        <translation>यह {1} हटाया गया था।</translation>
    </message>
    <message>
        <source>{1} is not a sync state.</source>
        <translation>{1} सिंक की कोई स्थिति नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not a time.</source>
        <translation>{1} समय नहीं है।</translation>
    </message>
    <message>
        <source>From {1} to {2} days.</source>
        <translation>{1} से {2} दिन तक।</translation>
    </message>
    <message>
        <source>Keep the runs for {1} days or fewer, or the history for {2} days or more.</source>
        <translation>सिंक {1} दिन या उससे कम रखें, या इतिहास {2} दिन या उससे ज़्यादा।</translation>
    </message>
    <message>
        <source>From {1} to {2} MB.</source>
        <translation>{1} से {2} MB तक।</translation>
    </message>
    <message>
        <source>{1} is not a kind of sync.</source>
        <translation>{1} सिंक का कोई प्रकार नहीं है।</translation>
    </message>
    <message>
        <source>The connection {1} is switched off.</source>
        <translation>कनेक्शन {1} बंद है।</translation>
    </message>
    <message>
        <source>At most {1} times a day.</source>
        <translation>दिन में अधिक से अधिक {1} बार।</translation>
    </message>
    <message>
        <source>{1} is not a weekday.</source>
        <translation>{1} सप्ताह का कोई दिन नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not a time of day.</source>
        <translation>{1} दिन का कोई समय नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not set: send its value.</source>
        <translation>{1} भरा नहीं है: उसका मान भेजें।</translation>
    </message>
    <message>
        <source>What {1} shows as its certificate can't be read. Nothing was sent.</source>
        <translation>{1} जो प्रमाणपत्र दिखाता है, वह पढ़ा नहीं जा सका। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} is not a date.</source>
        <translation>{1} तारीख नहीं है।</translation>
    </message>
    <message>
        <source>{1} must be a number above zero.</source>
        <translation>{1} शून्य से बड़ी संख्या होनी चाहिए।</translation>
    </message>
    <message>
        <source>This version can't connect to {1} yet.</source>
        <translation>यह संस्करण अभी {1} से नहीं जुड़ सकता।</translation>
    </message>
    <message>
        <source>This template holds {1} twice.</source>
        <translation>इस टेम्पलेट में {1} दो बार हैं।</translation>
    </message>
    <message>
        <source>Templates of the form {1} can't be read by this version; nothing was taken over.</source>
        <translation>{1} रूप के टेम्पलेट यह संस्करण नहीं पढ़ सकता; कुछ नहीं लिया गया।</translation>
    </message>
    <message>
        <source>{1} holds no exported templates.</source>
        <translation>{1} में एक्सपोर्ट किए हुए टेम्पलेट नहीं हैं।</translation>
    </message>
    <message>
        <source>{1}, {2}, {3}: {4} Nothing was changed.</source>
        <translation>{1}, {2}, {3}: {4} कुछ नहीं बदला गया।</translation>
    </message>
    <message>
        <source>This template is for {1}, not for {2}.</source>
        <translation>यह टेम्पलेट {1} के लिए है, {2} के लिए नहीं।</translation>
    </message>
    <message>
        <source>The template {1} is not one for {2}.</source>
        <translation>टेम्पलेट {1} इसके लिए नहीं है: {2}।</translation>
    </message>
    <message>
        <source>There is no template {1}.</source>
        <translation>{1} नाम का कोई टेम्पलेट नहीं है।</translation>
    </message>
    <message>
        <source>{1} syncs no orders, invoices or payments: there are no totals to compare.</source>
        <translation>{1} ऑर्डर, बिल या भुगतान सिंक नहीं करता: मिलाने के लिए कोई योग नहीं हैं।</translation>
    </message>
    <message>
        <source>{1} Totals of other books would mislead; nothing was compared.</source>
        <translation>{1} दूसरी बहियों के योग भ्रम पैदा करेंगे; कुछ नहीं मिलाया गया।</translation>
    </message>
    <message>
        <source>This version can't ask {1} for the totals of its months.</source>
        <translation>यह संस्करण {1} से महीनों के योग नहीं पूछ सकता।</translation>
    </message>
    <message>
        <source>{1} is nothing that can be compared here.</source>
        <translation>{1} ऐसा कुछ नहीं है जो यहाँ मिलाया जा सके।</translation>
    </message>
    <message>
        <source>{1} is not a month.</source>
        <translation>{1} महीना नहीं है।</translation>
    </message>
    <message>
        <source>At most {1} months are compared in one go.</source>
        <translation>एक बार में अधिक से अधिक {1} महीने मिलाए जाते हैं।</translation>
    </message>
    <message>
        <source>{1} answered, but names no version.</source>
        <translation>{1} ने जवाब दिया, पर कोई संस्करण नहीं बताया।</translation>
    </message>
    <message>
        <source>Version {1} is there; this is {2}. Nothing was downloaded.</source>
        <translation>संस्करण {1} आ गया है; यह {2} है। कुछ डाउनलोड नहीं हुआ।</translation>
    </message>
    <message>
        <source>{1} is not a kind of event.</source>
        <translation>{1} सूचना का कोई प्रकार नहीं है।</translation>
    </message>
    <message>
        <source>{1} is not known.</source>
        <translation>{1} ज्ञात नहीं है।</translation>
    </message>
    <message>
        <source>Its registration with {1} was taken back by hand.</source>
        <translation>{1} में इसका पंजीकरण हाथ से वापस ले लिया गया।</translation>
    </message>
    <message>
        <source>This webhook wants its events proved in another way than {1} does it.</source>
        <translation>यह वेबहुक अपनी सूचनाओं का प्रमाण दूसरे तरीके से चाहता है, जैसे {1} नहीं देता।</translation>
    </message>
    <message>
        <source>{1} can't reach this PC: the webhook has no https address that is known in the Internet.</source>
        <translation>{1} इस PC तक नहीं पहुँच सकता: वेबहुक का ऐसा कोई https पता नहीं है जो इंटरनेट पर मिले।</translation>
    </message>
    <message>
        <source>Nothing of what this webhook is for is synced from {1}.</source>
        <translation>यह वेबहुक जिन रिकॉर्ड के लिए है उनमें से {1} से कुछ सिंक नहीं होता।</translation>
    </message>
    <message>
        <source>{1} is not synced from the other system over this connection.</source>
        <translation>{1} इस कनेक्शन पर दूसरे सिस्टम से सिंक नहीं होता।</translation>
    </message>
    <message>
        <source>This webhook is not subscribed to {1}.</source>
        <translation>इस वेबहुक को {1} की सूचनाएँ नहीं लेनी हैं।</translation>
    </message>
    <message>
        <source>until {1}</source>
        <translation>{1} तक</translation>
    </message>
    <message>
        <source>{1}: {2} was not told that its events are not wanted any more</source>
        <translation>{1}: {2} को नहीं बताया जा सका कि अब उसकी सूचनाएँ नहीं चाहिए</translation>
    </message>
    <message>
        <source>{1} could not be reached. It may go on sending them{2}; they are refused. Nothing has to be done.</source>
        <translation>{1} तक नहीं पहुँच सके। हो सकता है वह सूचनाएँ भेजता रहे{2}; वे लौटा दी जाती हैं। कुछ करने की ज़रूरत नहीं।</translation>
    </message>
    <message>
        <source>{1}: {2} can't be asked to tell of changes</source>
        <translation>{1}: {2} से बदलावों की सूचना नहीं माँगी जा सकती</translation>
    </message>
    <message>
        <source>{1} can't be asked to send events.</source>
        <translation>{1} से सूचनाएँ भेजने को नहीं कहा जा सकता।</translation>
    </message>
    <message>
        <source>It waits: {1}</source>
        <translation>रुका है: {1}</translation>
    </message>
    <message>
        <source>{1}: {2} was not told that its login is not wanted any more</source>
        <translation>{1}: {2} को नहीं बताया जा सका कि अब उसका लॉगिन नहीं चाहिए</translation>
    </message>
    <message>
        <source>Nobody can use it from here: it was deleted. Take SalesMate Sync off the list of connected programs in {1}, too.</source>
        <translation>यहाँ से अब कोई उसे काम में नहीं ले सकता: वह मिटा दिया गया है। {1} में भी जुड़े हुए प्रोग्रामों की सूची से SalesMate Sync को हटाएँ।</translation>
    </message>
    <message>
        <source>{1} is larger than 200 MB.</source>
        <translation>{1} 200 MB से बड़ी है।</translation>
    </message>
    <message>
        <source>{1} is neither a CSV nor an Excel file (.xlsx).</source>
        <translation>{1} न CSV फ़ाइल है, न Excel फ़ाइल (.xlsx)।</translation>
    </message>
    <message>
        <source>{1} can't be opened.</source>
        <translation>{1} नहीं खुल सकी।</translation>
    </message>
    <message>
        <source>{1} is no table of text: a quotation mark that is not closed, or a cell that never ends.</source>
        <translation>{1} टेक्स्ट की तालिका नहीं है: कोई उद्धरण चिह्न बंद नहीं हुआ, या कोई सेल समाप्त ही नहीं होती।</translation>
    </message>
    <message>
        <source>{1} has more than {2} rows.</source>
        <translation>{1} में {2} से ज़्यादा पंक्तियाँ हैं।</translation>
    </message>
    <message>
        <source>Row {1} of {2} has more than {3} columns.</source>
        <translation>{2} की पंक्ति {1} में {3} से ज़्यादा कॉलम हैं।</translation>
    </message>
    <message>
        <source>{1} is no Excel file, or a damaged or protected one.</source>
        <translation>{1} Excel फ़ाइल नहीं है, या खराब या सुरक्षित की हुई है।</translation>
    </message>
    <message>
        <source>{1} has no sheet “{2}”.</source>
        <translation>{1} में “{2}” नाम की शीट नहीं है।</translation>
    </message>
    <message>
        <source>{1} holds too much to be read.</source>
        <translation>{1} में इतना कुछ है कि पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The disk is full: {1} was not written.</source>
        <translation>डिस्क भर गई है: {1} नहीं लिखी गई।</translation>
    </message>
    <message>
        <source>The folder {1} is not there.</source>
        <translation>फ़ोल्डर {1} मौजूद नहीं है।</translation>
    </message>
    <message>
        <source>{1} can't be written; what was there before is unchanged.</source>
        <translation>{1} में लिखा नहीं जा सका; पहले जो था वह वैसा ही है।</translation>
    </message>
    <message>
        <source>deleted there; policy: {1}</source>
        <translation>वहाँ हटाया गया; नियम: {1}</translation>
    </message>
    <message>
        <source>“{1}” is gone in the connected system; its deletion is not in the plan.</source>
        <translation>“{1}” जुड़े सिस्टम में अब नहीं है; उसे हटाना योजना में नहीं है।</translation>
    </message>
    <message>
        <source>refers to the {1} “{2}”, where {3} is empty: nothing names it there</source>
        <translation>{1} “{2}” से जुड़ता है, जहाँ {3} खाली है: वहाँ उसका कोई नाम नहीं</translation>
    </message>
    <message>
        <source>“{1}” can't be sent: {2} is empty.</source>
        <translation>“{1}” नहीं भेजा जा सकता: {2} खाली है।</translation>
    </message>
    <message>
        <source>“{1}” can't be sent: {2} are empty.</source>
        <translation>“{1}” नहीं भेजा जा सकता: {2} खाली हैं।</translation>
    </message>
    <message>
        <source>“{1}” is of a time before the connected books begin ({2}); what was changed here is not sent.</source>
        <translation>“{1}” उस समय का है जो जुड़ी बही के शुरू होने ({2}) से पहले का है; यहाँ का बदलाव नहीं भेजा जाता।</translation>
    </message>
    <message>
        <source>{1} is no longer synced. What is here stays, and so does what is there.</source>
        <translation>{1} अब सिंक नहीं होता। जो यहाँ है वह यहाँ रहता है, और जो वहाँ है वह वहाँ।</translation>
    </message>
    <message>
        <source>{1}: nothing changes in the records synced so far.</source>
        <translation>{1}: अब तक सिंक हुए रिकॉर्ड में कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>{1} record gets another value here</source>
        <translation>{1} रिकॉर्ड का मान यहाँ बदलेगा</translation>
    </message>
    <message>
        <source>{1} records get another value here</source>
        <translation>{1} रिकॉर्ड के मान यहाँ बदलेंगे</translation>
    </message>
    <message>
        <source>{1} is sent a value</source>
        <translation>{1} को मान भेजा जाएगा</translation>
    </message>
    <message>
        <source>{1} are sent a value</source>
        <translation>{1} को मान भेजे जाएँगे</translation>
    </message>
    <message>
        <source>{1} was edited here and waits for your decision</source>
        <translation>{1} यहाँ बदला गया था और आपके फ़ैसले का इंतज़ार करेगा</translation>
    </message>
    <message>
        <source>{1} were edited here and wait for your decision</source>
        <translation>{1} यहाँ बदले गए थे और आपके फ़ैसले का इंतज़ार करेंगे</translation>
    </message>
    <message>
        <source>{1} has a value that does not fit</source>
        <translation>{1} का मान ठीक नहीं बैठता</translation>
    </message>
    <message>
        <source>{1} have a value that does not fit</source>
        <translation>{1} के मान ठीक नहीं बैठते</translation>
    </message>
    <message>
        <source>{1} is read anew first</source>
        <translation>{1} पहले फिर से पढ़ा जाएगा</translation>
    </message>
    <message>
        <source>{1} are read anew first</source>
        <translation>{1} पहले फिर से पढ़े जाएँगे</translation>
    </message>
    <message>
        <source>{1} sent</source>
        <translation>{1} भेजे</translation>
    </message>
    <message>
        <source>{1} waiting for a decision</source>
        <translation>{1} का फ़ैसला बाकी</translation>
    </message>
    <message>
        <source>1 {1} waits for the decision about its {2}</source>
        <translation>1 {1} अपने {2} के फ़ैसले का इंतज़ार कर रहा है</translation>
    </message>
    <message>
        <source>{1} {2} wait for the decision about their {3}</source>
        <translation>{1} {2} अपने {3} के फ़ैसले का इंतज़ार कर रहे हैं</translation>
    </message>
    <message>
        <source>All {1} {2} that were synced before are missing now. Nothing was deleted.</source>
        <translation>पहले सिंक हुए सभी {1} {2} अब गायब हैं। कुछ नहीं हटाया गया।</translation>
    </message>
    <message>
        <source>{1} of {2} {3} are missing now. Nothing was deleted.</source>
        <translation>{2} {3} में से {1} अब गायब हैं। कुछ नहीं हटाया गया।</translation>
    </message>
    <message>
        <source>More than half of the {1} synced {2} changed at once.</source>
        <translation>सिंक हुए {1} {2} में से आधे से ज़्यादा एक साथ बदल गए।</translation>
    </message>
    <message>
        <source>{1} {2} were deleted here and would be deleted in the connected system, of {3}. Nothing was sent.</source>
        <translation>यहाँ {1} {2} हटाए गए और जुड़े सिस्टम में भी हटाए जाते, कुल {3} में से। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} of {2} {3} were changed here and would be changed in the connected system. Nothing was sent.</source>
        <translation>{2} {3} में से {1} यहाँ बदले गए और जुड़े सिस्टम में भी बदले जाते। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>{1} new {2} would be made in the connected system, which has {3} of ours. Nothing was sent.</source>
        <translation>जुड़े सिस्टम में {1} नए {2} बनाए जाते, जहाँ हमारे {3} हैं। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>waits for the decision about its {1}</source>
        <translation>अपने {1} के फ़ैसले का इंतज़ार है</translation>
    </message>
    <message>
        <source>names no single record: {1} {2} have it as their {3}. Change it in all but one of them</source>
        <translation>किसी एक रिकॉर्ड का नाम नहीं है: {1} {2} में यही {3} है। एक को छोड़कर बाकी सब में इसे बदलें</translation>
    </message>
    <message>
        <source>same {1}</source>
        <translation>एक जैसा: {1}</translation>
    </message>
    <message>
        <source>several records with the same {1}</source>
        <translation>कई रिकॉर्ड में यह एक जैसा है: {1}</translation>
    </message>
    <message>
        <source>“{1}” and “{2}” are one name to the connected system. Both were taken over, but documents that name them can't be told apart and stay without a link.</source>
        <translation>“{1}” और “{2}” जुड़े सिस्टम के लिए एक ही नाम हैं। दोनों ले लिए गए, पर जो दस्तावेज़ उनका नाम देते हैं उनमें फ़र्क नहीं किया जा सकता और वे बिना लिंक के रहते हैं।</translation>
    </message>
    <message>
        <source>“{1}” was not done: it is not in the plan as it is now.</source>
        <translation>“{1}” नहीं किया गया: वह योजना में वैसा नहीं है जैसा अब है।</translation>
    </message>
    <message>
        <source>key {1}</source>
        <translation>कुंजी {1}</translation>
    </message>
    <message>
        <source>{1} is no answer to this question.</source>
        <translation>{1} इस सवाल का जवाब नहीं है।</translation>
    </message>
    <message>
        <source>Answer {1}.</source>
        <translation>{1} जवाब दें।</translation>
    </message>
    <message>
        <source>The question is not about {1}.</source>
        <translation>सवाल {1} के बारे में नहीं है।</translation>
    </message>
    <message>
        <source>{1} must be a single value.</source>
        <translation>{1} एक अकेला मान होना चाहिए।</translation>
    </message>
    <message>
        <source>This record is linked to “{1}” over there already.</source>
        <translation>यह रिकॉर्ड वहाँ “{1}” से पहले ही जुड़ा है।</translation>
    </message>
    <message>
        <source>“{1}” can't be made in the connected system: another record there has that name.</source>
        <translation>“{1}” जुड़े सिस्टम में नहीं बन सकता: वहाँ दूसरे रिकॉर्ड का यही नाम है।</translation>
    </message>
    <message>
        <source>{1} can only be read, and only writing to it was asked for. Nothing was sent.</source>
        <translation>{1} को सिर्फ़ पढ़ा जा सकता है, और सिर्फ़ उसमें लिखने को कहा गया था। कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>These books are synced already, over the connection {1}. Nothing was read.</source>
        <translation>यह बही {1} कनेक्शन से पहले ही सिंक होती है। कुछ नहीं पढ़ा गया।</translation>
    </message>
    <message>
        <source>{1} changed since the plan was made and were left for the next sync</source>
        <translation>{1} योजना बनने के बाद बदले और अगले सिंक के लिए छोड़े गए</translation>
    </message>
    <message>
        <source>“{1}” is the same record over there as “{2}”, which is another one here.</source>
        <translation>“{1}” वहाँ वही रिकॉर्ड है जो “{2}” है, पर यहाँ ये दो अलग रिकॉर्ड हैं।</translation>
    </message>
    <message>
        <source>Changed since: {1}.</source>
        <translation>तब से बदला: {1}।</translation>
    </message>
    <message>
        <source>“{1}” waits: the {2} “{3}” is not in the connected system yet.</source>
        <translation>“{1}” रुका है: {2} “{3}” अभी जुड़े सिस्टम में नहीं है।</translation>
    </message>
    <message>
        <source>It is sent as soon as that {1} is there. Is {2} synced in both directions?</source>
        <translation>वह {1} वहाँ पहुँचते ही यह भेज दिया जाएगा। क्या {2} दोनों दिशाओं में सिंक होते हैं?</translation>
    </message>
    <message>
        <source>More than {1} events in one body.</source>
        <translation>एक संदेश में {1} से ज़्यादा सूचनाएँ हैं।</translation>
    </message>
    <message>
        <source>The body is not JSON: {1} (at character {2}).</source>
        <translation>संदेश JSON नहीं है: {1} (अक्षर {2} पर)।</translation>
    </message>
    <message>
        <source>It is of another company ({1}). No webhook here that has the same secret is for that one.</source>
        <translation>यह दूसरी कंपनी ({1}) का है। यहाँ उसी गुप्त कुंजी वाला कोई वेबहुक उस कंपनी के लिए नहीं है।</translation>
    </message>
    <message>
        <source>The event's proof ({1}) is wrong.</source>
        <translation>सूचना का प्रमाण ({1}) गलत है।</translation>
    </message>
    <message>
        <source>language</source>
        <translation>hi</translation>
    </message>
    <message>
        <source>templates</source>
        <translation>chosen	“{1}” is not chosen yet, and {2} wants one. Nothing of this record was sent.
chosen	“{1}” is no longer in {2}, and it was chosen as “{3}”. Nothing of this record was sent.
call	A call of the definition {1}. Nothing of this record was sent.
asked.	A call of the definition {1}. Nothing was asked.
header	can't be sent: the header {1} would hold characters that none may
“authentication”	Set the kind of login to {1}, or change “authentication” in the definition.
setting	The setting “{1}” of this connection is empty, or can't be sent as it is.
now:	The connection leads to other books now: “{1}” instead of “{2}”.
whose	{1} does not say whose books these are. Nothing was read or written.
resource	The definition of this connection has no resource “{1}” (any more). Nothing was read or written.
describes	It describes {1}: {2}.
books	The books are “{1}”.
each:	One record was read of each: {1}.
others.	One record was read of {1}. There are none yet of the others.
doesn't	The definition doesn't say in which order {1} are listed. While somebody changes records there, one may be passed by; the daily check finds it.
login.	{1} does not accept the login.
allowed	The login is not allowed to do this in {1}.
permission	Give its user the permission in {1}.
serve	{1} can't serve us just now.
Somebody	Somebody changed this record in {1} in the meantime.
more).	The record is not in {1} (any more).
such	{1} has such a record already. Nothing was sent over it.
changed.	{1} did not take this record{2}. Nothing of it was changed.
understand	{1} did not understand what it was asked (status {2}). Nothing was read or written.
definition.	Look at the call “{1}” in the connection's definition.
(status	{1} has nothing at the address of this call (status {2}). Nothing was read or written.
KB.	The definition is longer than {1} KB.
possible	“!{1}” is not possible here.
twice.	“{1}” stands here twice.
missing	“{1}” is missing here.
Add	Add a line “{1}: …”.
Did	Did you mean “{1}”?
known	“{1}” is not known here.
definition	A definition {1}
Possible	Possible is {1}.
Give	Give it a {1}.{2}
least	must be at least {1}.
most	must be at most {1}.
must	must be {1}.
end.	{1} answers the same page again and again: the list would never end. What came before is kept.
list	There is no list at “{1}” in the answer of {2}; nothing of it was used.
list;	The answer of {1} is no list; nothing of it was used.
is.	A value of this record is not what the definition says it is ({1}). The record was left as it is.
resource	There is no resource “{1}”.
said	It is not said of which record: no {1} is in it.
path.	Put {1} into the path.
template	This template {1}.
everybody.	“{1}” looks like a secret, and a definition can be read by everybody.
changed:	Nothing asks for what changed: no {1} is in it.
parameter	Put {1} into a parameter or a header.
used,	{1} is used, but no field is named as the version.
before.	{1} and {2} are read just before.
ours.	“{1}” is not a kind of record of ours.
We	We have no field “{1}” there.
There	There is {1}.
definition	The definition of this connection can't be used. {1}
records.	The rows of {1} are no records. Nothing of them was used.
page	A record of {1} has no “{2}”. Nothing of that page was used.
for;	{1} answered another record than was asked for; nothing of it was used.
whether	It can't be told whether “{1}” was made in {2}.
“hub_key”	Look for it in {1}. With “hub_key” or “find” in the connection's definition this is found out by itself.
name:	has a “{1}” that belongs to no name: write it twice for a brace
name	has no name in “{1}”
beside	has {1} beside other text: it must stand alone
here;	names “{1}”, which there is not here; known are {2}
formula	is no formula that can be used: {1}
wanted	“{1}” can't be “{2}”: another kind of value is wanted there. Nothing of this record was sent.
wanted	“{1}” can't be “{2}”: a number is wanted there. Nothing of this record was sent.
digits	“{1}” has more digits than can be sent ({2}). Nothing of this record was sent.
call	“{1}” has no call “{2}”.
records;	{1} records; the first is “{2}” with the id {3}. {4}
came	The answer came (status {1}).
By	By its definition no new records are made in {1}. Nothing was sent.
By	By its definition no records are changed in {1}. Nothing was sent.
By	By its definition no records are deleted in {1}. Nothing was sent.
itself,	Do it in {1} itself, or add the call to the connection's definition.
Line	Line {1} ({2}): {3}
Line	Line {1}: {2}
wrong.	{1} more of its lines are wrong.
read;	What {1} answered can't be read; nothing of it was used.
accept	{1} does not accept the login any more.
(status	{1} could not answer just now (status {2}).
time.	{1} did not answer in time.
unpacked;	What {1} answered can't be unpacked; nothing of it was used.
off;	The answer of {1} was cut off; nothing of it was used.
trusted.	{1} could not prove that it is {2}: its certificate is not trusted. Nothing was sent.
reached	{1} could not be reached at {2}. Nothing was sent.
Trusted:	{1} shows another certificate than the one that was trusted for {2}. Nothing was sent. Trusted: {3}. Shown now: {4}.
came:	It was sent to {1}, but no answer came: it may or may not have been taken.
MB;	The answer of {1} is larger than {2} MB; nothing of it was used.
answering	{1} had not done answering after {2} s.
unprotected.	The address of {1} begins with http:// and would send the login unprotected. Nothing was sent.
pointed	{1} pointed to another server ({2}). It was not asked, and nothing was sent there.
moved.	{1} answers that this address has moved.
far	{1}. What was done so far is kept.
asks	{1} asks us to wait until {2}
allows	The calls that {1} allows {2} are used up until {3}
(TLS).	{1} answers at port {2}, but not over a protected connection (TLS). Nothing was sent.
port	{1} does not answer at port {2}.
reached	{1} could not be reached at port {2}. Nothing was sent.
used:	The file of {1} can't be used: {2}. Nothing was sent.
renewing	Another program has been renewing the login to {1} for long.
ended.	Nobody has signed in to {1} for this connection yet, or the login has ended.
renews	{1} renews a login only so often. It can be used again from {2}.
lasting	{1} let you in for an hour only and gave no lasting login. Nothing was stored.
off	Take SalesMate Sync off the list of connected programs in {1}, then begin again.
arrive.	The answer of {1} did not arrive. {2}
anybody	{1} can't sign anybody in just now.
permissions	{1} does not know one of the permissions that were asked for. Nothing was stored.
sign-in	{1} refused the sign-in and calls it {2}. Nothing was stored.
login.	What {1} answered is no login. Nothing was stored.
stored	{1} does not accept the stored login any more.
computer's	This computer's clock is wrong by {1}: put it right, then begin the sign-in again.
sign-in:	{1} did not accept this sign-in: it is too old or was used already. Nothing was stored.
minutes	{1} minutes
hours	{1} hours
id,	{1} does not know this client id, or its secret is another one. Nothing was stored.
asked,	SAP names a next page that is in another place ({1}). It was not asked, and nothing was sent there.
now:	The sign-in leads to another company now: “{1}” instead of “{2}”.
Connect	The login to “{1}” in QuickBooks ends on {2}. Connect it again before that day.
also	QuickBooks knows the login; it ends on {1}, also if it is used.
unused	QuickBooks knows the login; unused it ends on {1}.
latest.	QuickBooks knows the login; unused it ends on {1}, used on {2} at the latest.
company	The company is “{1}”.
metered	{1}; {2} metered reads by this connection in this month.
need	Line {1} names no product, and QuickBooks' lines need one. Nothing of this document was sent.
0.	Line {1} has an amount and the quantity 0. Nothing of this document was sent.
calls	QuickBooks refused the call and calls it {1}. Nothing of the answer was used.
calls	QuickBooks refused this record and calls it {1}.
message	Put it right if the message says what is wrong. {1}
Custom	Custom field {1}
Intuit's	{1} this month; Intuit's free tier ends at {2}, all your companies together
is.	A value of this record is not what QuickBooks says it is ({1}). The record was left as it is.
status	{1} QuickBooks' status page may tell more.
QuickBooks:	Something that the record names can't be used in QuickBooks: it is inactive, or of another kind{1}.
against	A rule of QuickBooks stands against it{1}.
missing.	QuickBooks takes no record without “{1}”, and it is missing.
short	A text is too long or too short for its field in QuickBooks{1}.
insists	The amount of a line is not its quantity times its rate, which QuickBooks insists on{1}.
values	One of the values is not among the choices that QuickBooks has for its field{1}.
characters,	has {1} characters, and QuickBooks takes {2}
e-mail	can't be “{1}”: that is not one e-mail address
number	can't be “{1}”: QuickBooks wants a number
whole	can't be “{1}”: QuickBooks wants a whole number there
digits	has more digits than QuickBooks keeps ({1})
yes	can't be “{1}”: QuickBooks wants yes or no
date	can't be “{1}”: QuickBooks wants a date
is:	Choose one of these, or say in the mapping which of them it is: {1}.
choices	can't be “{1}”: that is not one of the choices in QuickBooks
names	names a record that QuickBooks does not have (“{1}”)
there	is not {1}, as QuickBooks has it there
record	“{1}” {2}. Nothing of this record was sent.
QuickBooks.	It can't be told whether “{1}” was made in QuickBooks.
QuickBooks'	QuickBooks' {1} have no field {2}. Nothing of this record was sent.
SAP's	SAP's {1} have no field {2}. Nothing of this record was sent.
number,	“{1}” is no number, and SAP wants one. Nothing of this record was sent.
zone	There is no time zone “{1}”.
now:	The address leads to another company now: “{1}” instead of “{2}”.
This	This SAP has no {1} to read ({2}).
SAP,	“{1}” may be in SAP, and can't be read.
ms.	The server answered in {1} ms.
(release	SAP let us in (release {1}).
read.	{1}: one was read.
yet.	{1}: there are none yet.
business	The business partner has a contact person “{1}” already.
let	SAP could not let us in just now (status {1}).
computer	Something between this computer and SAP refused this record (status {1}). It was not taken.
firewall	Often a firewall takes offence at a text in it. {1}
why.	SAP refused the call (status {1}) and does not say why. Nothing of the answer was used.
just	SAP could not answer just now{1}.
calls	SAP refused this and calls it {1}.
else	SAP did not answer when the field {1} for our number was made. Nothing else was sent.
SAP:	The field {1} for our number could not be made in SAP: {2}
address:	Billing address: {1}
again;	SAP answers the same {1} again and again; nothing more of them was read.
is.	A value of this record is not what SAP says it is ({1}). The record was left as it is.
user	The user of this connection may not do this in SAP{1}.
rules	SAP has a record with this code already, or another of its rules stands against it{1}.
entry	SAP has this entry already{1}.
take	SAP does not take the record as it is{1}.
against	A rule of SAP stands against the record{1}.
fields,	SAP does not have one of the mapped fields, or it does not take such a value{1}.
those	A value is not among those that SAP allows for its field{1}.
do	SAP does not do this with such a record{1}.
know	SAP does not know a field that it was asked for{1}.
extension	An extension of this SAP stands against it{1}.
servers	One of SAP's servers does not know a table that the others have{1}. Another one was asked, and said the same.
password	SAP refused this user name and password on {1} at {2}. They were not sent again, so that SAP does not lock the user.
yes	can't be “{1}”: SAP wants yes or no
number	can't be “{1}”: SAP wants a number
date	can't be “{1}”: SAP wants a date
choices	can't be “{1}”: that is not one of the choices in SAP
events,	SAP does not take the address to which it is to send its events, or does not get our answer there. {1}
under	“{1}” is in SAP under the code {2}, and is no customer there. Nothing of it was sent.
makes	SAP makes the total {1}, here it is {2}: look at the tax code of the lines
cancelled,	“{1}” was changed in SAP, and it is not known whether it was cancelled, too.
our	SAP has {1} records with our number of “{2}”.
draft	It can't be told whether “{1}” is a draft in SAP: {2}
approves	“{1}” is a draft in SAP until somebody approves it.
apart.	It can't be told whether “{1}” was made in SAP: its answer was lost and nothing tells it apart.
lost.	SAP has {1} records that may be “{2}”, sent before its answer was lost.
sends	it sends {1}
Voucher	Voucher {1} in Tally holds a value that can't be read ({2}).
address.	{1} is a good address.
ms.	Tally answered in {1} ms.
open.	The company “{1}” is open.
customers;	{1} ledgers read, {2} of them customers; {3} voucher types.
waiting	The waiting time “{1}” is not a number.
date.	“{1}” is not a date.
subnet.	“{1}” is not a host and not a subnet.
addresses;	“{1}” holds {2} addresses; at most {3} are looked at.
answer.	{1} is open, but does not answer.
but:	{1}, but: {2}
open:	open: {1}
Tally.	The company “{1}” is not open in Tally. Nothing was read or written.
release	This release of Tally does not know “{1}”. Nothing was used.
needed:	This release of Tally lacks a report that is needed: {1}
carry	Tally could not carry out the request ({1}).
take	Tally does not take a voucher of that date ({1}).
request:	Tally refused the request: {1}
used.	Nothing was used. {1}
Tally:	“{1}” can't be the address of a Tally: {2}.
network.	No computer named “{1}” can be found on the network. Nothing was sent.
reachable,	{1} is reachable, but nothing listens there. Nothing was sent.
off,	Tally is closed, its connection is switched off, or it uses another port. {1}
all.	{1} did not answer the call at all. Nothing was sent.
answers,	{1} answers, but it is not Tally ({2}).
uses	Another program uses this port. {1}
window.	As a rule no company is open, or a message waits in the Tally window. {1}
cut	Tally's answer was cut off{1}. None of it was used.
objects,	Tally's answer holds {1} objects, but only {2} could be read. None of it was used.
Tally's	Tally's answer can't be read ({1}). None of it was used.
keep	Tally did not keep to the {1} that was asked for. None of the answer was used.
Whether	Whether our change of {1} was done in Tally is not known: {2}
Whether	Whether our change of {1} was done in Tally is not known: {2}.
looked	Nothing is sent again before it was looked up in Tally. {1}
s	Tally has not answered for {1} s (asked at {2} for {3}).
stopped	Tally stopped in the middle of its answer for {1} s ({2}). None of it was used.
restarted,	Tally still works on an earlier request (asked at {1} for {2}); nothing more is sent until it has answered or was restarted, at the latest until {3}.
worked	SalesMate Sync was ended while Tally worked on a request (asked at {1} for {2}). It may still be at it, so nothing is sent until {3}.
(for	(for {1})
talking	Another run of SalesMate Sync on this PC is talking to this Tally{1}.
Open	The company “{1}” is not open in Tally. Open are: {2}. Nothing was read or written.
opened	Another company named “{1}” was opened in Tally in place of ours; its data lie in {2}. Nothing was read or written.
Two	Two companies named “{1}” are open in Tally ({2}); it can't be told which of them would be written to. Nothing was sent.
Tally,	A company named “{1}” is open in Tally, but it is not the one this connection was made for ({2}).
sync.	The connection does not say which company to sync. Open in Tally: {1}.
identity	The open company “{1}” has another identity than the one synced before.
copy,	The data of “{1}” lie in another folder than before ({2}): a copy, or moved.
restored,	The change counters of “{1}” went back: a backup was restored, or the data repaired.
(before:	The books of “{1}” now begin on {2} already (before: {3}).
split,	The books of “{1}” now begin on {2} (before: {3}): split, or given another first day.
compared,	If it is the right company, approve: vouchers from before {1} stay in SalesMate Sync as they are and are no longer compared with Tally; those since are compared, and nothing is deleted (what is missing is only marked). {2}
deleted,	Approve to go on with “{1}”: nothing is deleted, and you are not asked again.
identity,	“{1}” was split: “{2}” is open too, with the same identity, and begins on {3}.
connection;	{1}What is entered in “{2}” does not come in over this connection; to sync it, connect it, too.
too,	A copy of “{1}” is open too, as “{2}” in {3}.
first:	{1}If both have one name, close the copy in Tally first: it can't be told which of them would answer.
called	“{1}” is called “{2}” in Tally now
run	The books of “{1}” now run to {2}
current	The current year of “{1}” now begins on {2}
Tally	Tally {1}
reading	{1} in Educational mode: reading works; vouchers can only be dated the 1st, 2nd or 31st of a month, so others can't be sent to it.
licence.	{1}, {2} licence.
licence	{1}; its licence is not told.
Reading	Reading {1} …
the	the {1}
changed	changed {1}
list	the list of {1}
closing	Reading closing figures of {1} …
closing	closing figures of {1}
holds	“{1}” in Tally holds a value that can't be read ({2}).
records	{1} records
Reading	Reading vouchers from {1} to {2} …
vouchers	vouchers of {1} to {2}
vouchers	the list of vouchers of {1} to {2}
Reading	Reading {1} changed vouchers …
Checking	Checking vouchers up to {1} …
voucher	voucher {1}
the	the {1}s
totals	totals of {1} to {2}
HTTP	HTTP {1}
from	from {1}
amount:	not an amount: {1}
quantity:	not a quantity: {1}
compound	a compound quantity whose unit is not known: {1}
date:	not a date: {1}
exactly:	finer than can be summed exactly: {1}
Ledger	Ledger for {1} {2} %
Ledger	Ledger for {1}
sales	Ledger for sales of goods at {1} % GST
entries	Voucher type for our entries of “{1}”
chosen,	{1}: “{2}” was chosen, but Tally has no such ledger (any more). Nothing was sent.
chosen	The voucher type “{1}” was chosen for “{2}”, but Tally has no such type for it. Nothing was sent.
settings.	Choose the {1} in the connection's settings. Nothing was sent.
making	Tally had {1} already and changed it instead of making a new one.
changing	Tally made a new record instead of changing {1}.
understand	Tally did not understand the request for {1} and did nothing.
saved	Tally says of {1} both that it was saved and that it was refused ({2}).
something	Tally did something else with {1} than was asked (created {2}, altered {3}, deleted {4}).
credit	The credit period of {1} days is not a whole number of days.
the	the {1} “{2}”
(there	“{1}” (there it is “{2}”)
already;	Tally has {1} already; nothing was written.
customer;	Tally has {1} already, as a ledger that is no customer; nothing was written.
Conflicts	{1} Where Conflicts asks about it, choose “The same as …”.
more;	“{1}” is not in Tally any more; nothing was written.
renamed:	“{1}” can't be renamed: Tally has “{2}” already. Nothing was written.
now,	ATTENTION: “{1}” was renamed or deleted in Tally just now, and our change made a new one of that name.
Delete	Delete “{1}” in Tally if it isn't needed. ({2})
renamed	“{1}” was renamed in Tally to “{2}” just now; nothing was written.
still	Tally says that it deleted “{1}”, but still shows it.
unit,	“{1}” has no unit, which Tally needs. Nothing was written.
below	The group “{1}” is not below {2} in Tally: the record would be no customer there. Nothing was written.
created	The {1} “{2}” was created in Tally{3}
back:	Tally took the change of “{1}”, but it could not be read back: {2}
change.	ATTENTION: Tally says that it changed “{1}”, but the record that SalesMate Sync knows by that name is as it was: another one must have taken the name and the change. Both must be looked at in Tally.
changed;	Look at “{1}” in Tally and correct what should not have changed; the next sync shows both as they are.
show	Tally says that it saved “{1}”, but does not show it.
needs.	“{1}” has no name, which Tally needs. Nothing was written.
knows;	“{1}” has no id that Tally knows; nothing was written.
written	The field {1} of “{2}” can't be written to Tally. Nothing was written.
date.	“{1}” is not a date. Nothing was sent.
begin	The books of “{1}” begin on {2}; this document is dated {3}. Nothing was sent.
come.	The period of “{1}” ends on {2}; this document is dated {3}, which is still to come. Nothing was sent.
licence,	Tally runs with an Educational licence, which takes vouchers dated the 1st, 2nd or 31st only; this one is dated {1}. Nothing was sent.
bank	Tally has no bank or cash ledger “{1}”. Nothing was sent.
allocation.	“{1}” is no kind of allocation. Nothing was sent.
invoice	Allocation {1} is against an invoice of another customer than “{2}”. Nothing was sent.
bill.	Allocation {1} names no bill. Nothing was sent.
item	{1} names the stock item “{2}”, which Tally does not have. Nothing was saved.
stock	{1} names the stock group “{2}”, which Tally does not have. Nothing was saved.
type	{1} needs the voucher type “{2}”, which Tally does not have. Nothing was saved.
ledger	{1} names the ledger “{2}”, which Tally does not have. Nothing was saved.
very	{1} was to stand at the very top of Tally's groups, where it can't stand. Nothing was saved.
group	{1} names the group “{2}”, which Tally does not have. Nothing was saved.
unit	{1} needs the unit “{2}”, which Tally does not have. Nothing was saved.
godown	{1} was refused: in this company every stock line needs a godown (sent was “{2}”). Nothing was saved.
line.	{1} was refused: Tally wants an order number and a due date on every line. Nothing was saved.
payment	{1} was refused: the ledger needs the TDS nature of payment “{2}”, which can be made on Tally's screen only.
because	{1} was refused because of its date. Nothing was saved.
outside	{1} was refused: its date lies outside the books' period ({2}). Nothing was saved.
numbered	{1} was refused: this voucher type is numbered by hand and no number was sent. Nothing was saved.
used	{1} was refused: that number is used already. Nothing was saved.
lines,	{1} was refused: its lines, taxes and total do not add up ({2}). Nothing was saved.
lines.	{1} was refused: nothing is left of it but empty lines. Nothing was saved.
name	{1} was refused: Tally has that name already. Nothing was saved.
entries,	Tally does not delete {1}: entries, or other records, still use it. It is unchanged.
more).	Tally does not have {1} (any more). Nothing was changed.
name.	{1} was refused: it has no name. Nothing was saved.
empty.	{1} was refused as empty. Nothing was saved.
took	Tally took {1} for a new company and refused it. Nothing was saved.
Tally:	{1} was refused by Tally: “{2}”. Nothing was saved.
reason.	{1} was refused by Tally without a reason. Nothing was saved.
reason.	Tally took {1} and did nothing with it, without a reason.
number.	The {1} “{2}” is not a number. Nothing was sent.
decimals,	The {1} {2} has more than two decimals, which Tally does not keep. Nothing was sent.
quantity	quantity of line {1}
rate	rate of line {1}
amount	amount of line {1}
discount	discount of line {1}
less	less {1} %
line's	Line {1}: {2} × {3} is {4}, but the line's amount is {5}. Nothing was sent.
amount	amount of {1} {2}
rounding	The lines ({1}), the taxes ({2}) and the rounding ({3}) come to {4}, but the total says {5}. Nothing was sent.
sum	sum of the {1}
they	The document says that its {1} come to {2}, but they come to {3}. Nothing was sent.
Correct	Correct the {1} or their sum.
receipt	A receipt needs an amount above zero; this one has {1}. Nothing was sent.
received.	The allocations come to {1}, more than the {2} that were received. Nothing was sent.
product	Which product line {1} is of is not sent to Tally, and the lines there do not tell. Nothing was sent.
hand.	{1} was cancelled in Tally, where it was entered by hand. Nothing was sent.
narration	{1} is cancelled in Tally: only its narration can be changed. Nothing was sent.
uncancelled.	Tally says that it cancelled {1}, but shows it uncancelled.
still	Tally says that it deleted {1}, but still shows it.
more.	{1} is not in Tally any more. Nothing was sent.
(perhaps	ATTENTION: Tally says that it changed {1}, but must have changed another voucher (perhaps the one with id {2}). Both must be looked at in Tally.
balance:	What would be sent does not balance: {1} is left over. Nothing was sent.
numbered	the vouchers numbered {1}
customer	the customer “{1}”
came	ATTENTION: it came to {1}, but in Tally it reads {2}. Look at it in Tally
dated	ATTENTION: it was dated {1}, but in Tally it is dated {2}. Look at it in Tally
sent;	ATTENTION: {1} {2} that come to {3} were sent; Tally shows {4} that come to {5}. Look at it in Tally
numbers	Tally gave it the number {1} instead of {2}: its voucher type numbers by itself
Its	Its due date {1} reads {2} in Tally
(line	What describes its goods (line {1}) stays in SalesMate Sync: it is not sent to Tally
quantity	Line {1}: the quantity {2} reads {3} in Tally
some	Tally kept some of its allocations in another form ({1}). Look at it in Tally
document's	The due date {1} is before the document's date {2}. Nothing was sent.
note,	The document comes to {1}: what is given back is a credit note, which SalesMate Sync does not send.
CGST,	Tally has no tax ledger “{1}”, and the name does not tell whether it is CGST, SGST or IGST. Nothing was sent.
(yet).	The {1} of this document is not in Tally (yet). Nothing was sent.
first;	Sync the {1} first; then send it again.
lose.	In Tally this voucher holds {1}, which a change from SalesMate Sync would lose. Nothing was sent.
form	a form of “{1}” that can't be sent back ({2})
more).	{1} is not in Tally (any more). Nothing was sent.
meantime.	{1} was changed in Tally in the meantime. Nothing was sent.
number,	{1} was entered in Tally by hand and has no number, so it can't be changed from here. Nothing was sent.
On	On {1} Tally has other vouchers numbered {2}, too ({3}); it would not tell them apart from {4}. Nothing was sent.
back.	{1} was deleted in Tally just now; our change was taken back.
second	ATTENTION: instead of changing {1}, Tally made a second voucher {2}. Both are in Tally now.
Compare	Compare {1} with voucher {2} in Tally, and delete the one that is wrong.
(id	{1} of {2} (id {3})
show	Tally says that it saved {1}, but does not show it.
read.	Tally has {1}, but it can't be read.
back:	Tally took {1}, but it could not be read back: {2}
Tally's.	{1} has no id of Tally's. Nothing was sent.
date.	{1} has no date. Nothing was sent.
reached	“{1}” was cancelled before it reached Tally. Nothing was sent.
written	It was in Tally already, dated {1}, and was written over with what SalesMate Sync has
saved	Tally says that it saved {1}, but shows another voucher for it.
again:	Enter one {1} by hand in Tally, then try again: its form is taken over.{2}
organisation	The sign-in leads to the organisation “{1}”, not to the one that this connection was made for. Nothing was read or written.
organisation	The sign-in leads to another organisation now: “{1}” instead of “{2}”.
No	Zoho did not answer whether it made the field “{1}” in {2}. No record was sent.
organisation	The organisation is “{1}”{2}.
record,	{1} fields of {2} read; one record, too.
read;	{1} fields of {2} read; it has no records yet.
centres	The login of {1} is not good at {2}: these are two data centres of Zoho. Nothing was read or written.
everything	The sign-in told us to send everything to {1}, which is none of Zoho's addresses. Nothing was sent.
calls	Zoho refused the call and calls it {1}. Nothing of the answer was used.
calls	Zoho refused this record and calls it {1}.
most.	{1} It may have {2} characters at most.
kind	a value of the kind {1}
there.	{1} It wants {2} there.
choices.	{1} It is not one of the choices.
these:	Choose one of these: {1}.
CRM	Line {1} names no product, and Zoho CRM takes only lines that do. Nothing of this document was sent.
show	Zoho says that it made the field “{1}”, but does not show it.
unique.	Zoho has a field “{1}” in {2} already, but it is no text field that is marked as unique.
made	The field “{1}” could not be made in {2}: {3}
is.	A value of this record is not what Zoho says it is ({1}). The record was left as it is.
who	The user who signed in may not do this in Zoho{1}.
once.	Another record in Zoho has the same value in “{1}”, and Zoho allows it only once.
empty.	Zoho takes no record without “{1}”, and it is empty.
take	Zoho does not take the value of “{1}”.
things	Zoho found several things wrong with it: {1}
belongs	“{1}” can't stand alone in Zoho: another field that belongs to it is missing.
expects	Zoho expects at least one more field beside what was sent (“{1}”).
Zoho.	“{1}” does not go together with the value of another field in Zoho.
offered	The choice in “{1}” is not offered with the layout that this record has in Zoho.
could	Zoho could not read what was sent for “{1}”.
allow	Zoho does not allow this for “{1}”.
misses	Zoho misses a part of the question (“{1}”) and answered nothing.
short.	Something between here and Zoho may have cut the address short. {1}
way	Zoho wants the question put in another way (“{1}”) and answered nothing.
understand	Zoho does not understand a part of the question (“{1}”) and answered nothing.
once	This is more than Zoho takes at once (“{1}”); it did nothing.
fewer	Sync fewer fields. {1}
query	Zoho can't answer a query as it stands (“{1}”).
status	{1} Zoho's status page may tell more.
characters,	has {1} characters, and Zoho takes {2}
number	can't be “{1}”: Zoho wants a number
digits,	has {1} digits, and Zoho takes {2}
whole	can't be “{1}”: Zoho wants a whole number there
digits	has more digits than Zoho keeps ({1})
yes	can't be “{1}”: Zoho wants yes or no
date	can't be “{1}”: Zoho wants a date
day	can't be “{1}”: Zoho wants a day and time
names	names a record that Zoho does not have (“{1}”)
is,	Choose one of these, say in the mapping which of them it is, or add it in Zoho: {1}.
choices	can't be “{1}”: that is not one of the choices in Zoho
Zoho's	The field {1} is no longer in Zoho's {2}. Nothing of this record was sent.
already.	Zoho has a record with “{1}” already.
lost.	Zoho has {1} records that may be “{2}”, sent before its answer was lost.
apart.	It can't be told whether “{1}” was made in Zoho: its answer was lost and nothing tells it apart.
exists	{1} exists already.
read.	{1} can't be read.
Sync.	{1} is not a backup of SalesMate Sync.
program.	{1} is a database of another program.
made.	The folder {1} can't be made.
free;	The disk with {1} has {2} MB free; {3} MB are needed.
written:	{1} can't be written: {2}.
damaged	{1} is damaged and was not used.
hub.	A database of the kind {1} can't hold the hub.
made.	The data folder {1} can't be made.
row	row {1} of {2} refers to a row of {3} that is not there
journal	journal mode is {1}, not wal: is the data folder on a network share?
room	This database keeps its text as {1}, which has no room for every name.
version	This record has no version {1}.
entity	There is no entity type {1}.
are:	There are: {1}.
such	There is no such {1}.
deleted.	This {1} is deleted.
field	{1} has no field {2}.
set	{1} is set by SalesMate Sync and can't be changed.
comes	{1} comes from the books and can't be changed here.
needed.	{1} is needed.
false.	{1} must be true or false.
must	{1} must be one of {2}.
text.	{1} must be text.
text.	{1} holds a character that is not text.
number.	{1} must be a number.
2026-08-01.	{1} must be a date such as 2026-08-01.
name.	{1} must be an id or a name.
id.	There is no {1} with this id.
More	More than one {1} is called {2}.
called	No {1} is called {2}.
Create	Create the {1} first, or give an id.
list.	{1} must be a list.
Each	Each of {1} must be an object.
have	{1} have no field {2}.
line	{1} have no line {2}.
twice.	Line {1} is there twice.
meanwhile;	The template {1} has been changed meanwhile; nothing was saved.
called	There is a template called {1} already.
template;	Links of {1} use this template; it was not deleted.
port.	{1} is not a port.
use	is in use by {1}
Port	Port {1} on {2} {3}.
--port	Take another one: --port {1}.
machine.	{1} is not an address of this machine.
again,	can't be sent: read again, what is sent for it {1}
sent:	can't be sent: what is sent for it would read as {1} here
lead	The transforms lead to {1}, but {2} is {3}.
Did	Did you mean {1}?
Use	Use one of {1}.
transform	There is no transform {1}.
works	“{1}” works on {2}, but gets {3} here.
them.	Put “{1}” ({2}) between them.
field,	{1} is linked both ways, but “{2}” reads other fields ({3}): what is put together of several can't be taken apart again. In a link both ways it knows only its own field, as value.
undone	It can be undone only when {1}.
undone:	{1} is linked both ways, but “{2}” can't be undone: what is changed here could not be sent.{3}
linked	{1} is linked with {2}
itself	{1} itself is not
linked	{1} is linked with {2}, but {3}.
direction.	Link {1} to the list that holds its lines, in the same direction.
together:	can't be put together: {1} {2}
list	a list of {1}
number	{1} is not a number
gets	the text gets longer than {1} characters
letters	{1} is not a count of letters
date	{1} is not a date
calculated:	can't be calculated: {1}
missing	{1} is missing
belong	{1} does not belong here
function	there is no function {1}
like	{1}() is used like {2}
false	{1} is neither true nor false
compared	{1} and {2} can't be compared
At	At character {1}: {2}
formula	the formula is longer than {1} characters
GSTIN:	is not a GSTIN: no state has the code {1}
path.	{1} is not a field path.
twice.	{1} is linked twice.
lines:	{1} is a list of lines: it takes no transforms and no value table.
record:	{1} names another record: nothing can be put together with it.
default	The default of {1}, {2}, {3}.
path	{1} is not a field path
here;	there is no field {1} here; did you mean {2}?
here;	there is no field {1} here; known are {2}
setting	{1} is not a setting here.
Settings:	Settings: {1}.
missing.	{1} is missing.
characters	is longer than {1} characters
least	must be at least {1}
most	must be at most {1}
must	must be one of {1}
pattern	The pattern can't be read: {1}.
replacement.	\{1} means nothing in a replacement.
pattern	The pattern has {1} groups, there is no \{2}.
sent:	{1} and {2} can't both be sent: in one of them {3} is {4}, in the other {5}.
it;	{1}: both {2} and {3} are sent to it; {4} is what will be there.
type.	{1} is not a field type.
direction.	{1} is not a direction.
unmapped	{1} is not a rule for unmapped values.
lines.	A value table has at most {1} lines.
gives	The value table gives two values for {1}: {2} and {3}.
will	{1}: {2} and {3} both stand for {4}; {5} is what will be sent.
refer	{1} does not refer to another record.
field”	“Look up by a field” can only stand {1}.
looked	{1} can't be looked up by {2}.
partner.	The brace at character {1} has no partner.
stand.	Write {1} where the value is to stand.
written	is not a date written like {1}
part	{1} is not a part of a date.
no.	{1} can't mean both yes and no.
look	does not look like {1}
field's	{1} is the field's value; in a link that goes one way other fields may stand in it by their names.
“INV-42”	“42” in “INV-{1}” → “INV-42”
once	the text holds {1} once and no other field
shorter	is shorter than {1} characters
less	is less than {1}
more	is more than {1}
values	One of the values {1}.
one	is not one of {1}
breaks	breaks the rule {1}
checked:	can't be checked: {1}
rule	There is no rule {1}.
go	The rule “{1}” does not go with {2}.
after	The next sync goes on by itself after {1}. Nothing has to be done.
number:	not a number: {1}
finite	not a finite number: {1}
Sync	SalesMate Sync on {1}
certificate.	{1} is not a certificate.
passphrase.	The key {1} is locked with a passphrase.
unlocked.pem	Write it without one: openssl pkey -in "{1}" -out unlocked.pem
private	{1} is not a private key.
computer.	{1} is not the name or address of a computer.
read:	{1} can't be read: {2}.
(process	(process {1}, {2})
running	SalesMate Sync is running with this data folder{1}.
key	The key file {1} can't be read.
computer;	The key file {1} can be read by other users of this computer; it was not used.
kept.	The key file {1} can't be kept.
key	The key file {1} can't be written.
passphrase	The passphrase must have at least {1} characters.
written:	The moving file {1} can't be written: {2}. Nothing was made.
unpacked	The moving file can't be unpacked into {1}: {2}. What was here is unchanged.
Sync;	{1} is not a whole moving file of SalesMate Sync; nothing of it was used.
paused	paused until {1}
until	{1} until {2}
quiet	quiet until {1}
waiting:	waiting: {1}, next try {2}
asks	{1} asks us to wait
answer	{1} does not answer
certificate.	{1} What is sent is protected by the certificate.
unprotected:	{1} Without a certificate the token and the records travel unprotected: whoever can listen in this network can read them.
computers	Other computers would reach {1}, and nobody has agreed to that. {2}
ended	ended on {1}
ends	ends on {1}
kept	The certificate can't be kept in {1}: {2}.
made:	The access token {1} can't be made: {2}.
web	{1} is not a web address.
settings,	Enter another redirect address in the connection's settings, and the same in {1}.
syncing.	You signed out of {1}. Connect it again to go on syncing.
browser.	{1} needs no sign-in in a browser.
connected	{1} could not be connected
connected	{1} is connected
You	You are signed in to {1}.
connected.	{1} is connected. You can close this page.
Register	Register this program in {1} and copy the client id from there.
long.	{1} is missing or too long.
declined,	{1} was not allowed to let SalesMate Sync in: somebody declined, or that user may not agree to it.
programs.	{1} Sign in as a user who may connect programs.
stored.	{1} {2} Nothing was stored.
browser	The browser came back with the address of a server that is none of {1}'s. Nothing was stored.
backups.	{1} is not among the backups.
deleted:	{1} can't be deleted: {2}.
backups	From 1 to {1} daily backups can be kept.
standard	{1} has no standard place for {2}.
record.	{1} is not a kind of record.
Choose	Choose {1}.
leave	Choose {1}, or leave it out.
table	{1} is not the table of {2}.
match	{1} has no field {2} to match on.
number.	{1} is not a number.
synced.	No fields are linked yet: nothing of {1} will be synced.
checked.	This version can't connect to {1} yet, so its fields were not checked.
among	{1} is not among the known fields of {2}.
required	{1} is required in SalesMate Sync but not linked.
Only	Only from {1}
leads	{1} leads
Only	Only to {1}
module.	This connection already syncs {1} with that module.
login:	The definition asks for another kind of login: {1}.
choice	There is no choice {1}.
possible	{1} is not possible for {2}.
There	There is no connection {1}.
Connections:	Connections: {1}.
connections	{1} connections are called {2}.
module	There is no module {1}.
serves	The connection {1} already serves these books.
tells	{1} tells us of no changes
case	{1} waits in case Tally is still busy
ends	{1}: the login ends on {2}
your	{1}: a sync waits for your answer
synced	{1} can't be synced
wait	{1} records wait for your decision
taken	{1}: {2} record could not be taken over
taken	{1}: {2} records could not be taken over
Connection	Connection {1}
free.	{1}, {2} MB free.
written.	{1} can't be written.
damaged:	The database is damaged: {1}.
revision	The database is at revision {1}, not {2}.
Sound	Sound ({1}, revision {2}).
far.	{1} No connection needs one so far.
secrets.	The master key is in {1} and opens the stored secrets.
Others	Others can read {1}.
readable	In {1}, readable by its owner alone.
text.	{1} must be a text.
characters.	{1} is longer than {2} characters.
seconds.	{1} must be a whole number of seconds.
object.	{1} must be an object.
sync	no sync of {1}: {2}
Events	Events of {1}
followed.	{1} is followed.
there.	{1} is not there.
position	the position in {1} can't be kept: {2}
.xlsx	{1} is neither .xlsx nor .csv.
empty.	{1} is empty.
preview.	{1} was changed since the preview. Nothing was taken in.
more.	{1} is not there any more.
limit	{1} has no limit of the kind {2}.
refuse	{1} is known to allow {2} ({3}). Above that it may refuse calls and make the syncs wait.
Answers	Answers at {1}.
computers,	Answers at {1}, also to other computers, and nothing protects what is sent: the access token and the records travel in clear.
certificate.	{1} shows no certificate.
check	Answers at {1}, but its certificate {2}: programs that check it are refused from then on.
good	Answers at {1}; its certificate is good until {2}.
Port	Port {1} is in use by {2}.
Answers	Answers on port {1}.
running;	Not running; port {1} is free.
linked.	{1} stands in {2}, and {3} is not linked.
Link	Link {1} with the list that holds its lines over there.
link.	{1} has no field {2}: nothing would come of this link.
sent	nothing is sent to {1}
goes	{1} only goes to {2}, and {3}: the link does nothing.
sends:	{1} only comes from {2}, and this mapping only sends: the link does nothing.
arrive.	{1} can't be changed in {2}: what is sent of {3} would not arrive.
Make	Make the link one way, from {1} to here.
here.	{1} is {2} in {3}, {4} is {5} here.
refused.	{1} is a text here, {2} is {3} in {4}: a text that is none would be refused.
has.	{1}: the value table says nothing of {2}, which {3} has. {4}
stand	{1}: the value table says nothing of {2}, which may stand here. {3}
makes	{1} takes {2}; the value table makes {3}.
more	{1} and {2} more
more	and {1} more
Link	Link {1}
needed	{1} is needed here, and nothing fills it: new {2} would come without.
Link	Link {1}.
recognised.	{1} that are on both sides already are recognised by {2}, which is not linked: they can't be recognised.
recognise	Link {1}, or choose other fields to recognise them by.
fills	{1} needs {2} for a new {3}: nothing fills it.
ours	Link a field of ours with {1}.
wins.	{1} and {2} are both sent to {3} in {4}: the last one wins.
without.	{1} are sent without {2}: a line that is in {3} already keeps what it has there, a new one comes without.
shall	Link a field of ours with each that new {1} shall have.
can't	{1}: {2} can't be {3}.
information:	This mapping loses information: what would be sent back of {1} is not what came.
back	{1}: “{2}” would be sent back as “{3}”
tried	{1} of {2} records tried
(of	(of the first {1}, which were looked at)
breaks	{1} {2} here{3} would be refused when {4} is sent: it breaks a rule of this link.
(own)	{1} (own)
Line	Line {1}:
stays	The {1} “{2}” has not come in yet: {3} stays empty until it has.
yet.	The {1} that {2} names is not in {3} yet.
empty,	{1} is empty, and {2} needs it.
lines	{1} lines
fields.	{1} could not be asked for its fields. {2} {3}
written:	The data folder {1} can't be written: {2}.
example.	Write it behind a colon, {1}:8080 for example.
(process	{1} (process {2})
mapping	{1}, says the mapping of “{2}”. Nothing was changed.
deleted.	This {1} was deleted.
state.	{1} is not a sync state.
time.	{1} is not a time.
days.	From {1} to {2} days.
history	Keep the runs for {1} days or fewer, or the history for {2} days or more.
MB.	From {1} to {2} MB.
sync.	{1} is not a kind of sync.
off.	The connection {1} is switched off.
times	At most {1} times a day.
weekday.	{1} is not a weekday.
day.	{1} is not a time of day.
set:	{1} is not set: send its value.
certificate	What {1} shows as its certificate can't be read. Nothing was sent.
date.	{1} is not a date.
zero.	{1} must be a number above zero.
version	This version can't connect to {1} yet.
twice.	This template holds {1} twice.
Templates	Templates of the form {1} can't be read by this version; nothing was taken over.
templates.	{1} holds no exported templates.
changed.	{1}, {2}, {3}: {4} Nothing was changed.
template	This template is for {1}, not for {2}.
template	The template {1} is not one for {2}.
template	There is no template {1}.
payments:	{1} syncs no orders, invoices or payments: there are no totals to compare.
compared.	{1} Totals of other books would mislead; nothing was compared.
months.	This version can't ask {1} for the totals of its months.
compared	{1} is nothing that can be compared here.
month.	{1} is not a month.
months	At most {1} months are compared in one go.
answered,	{1} answered, but names no version.
downloaded.	Version {1} is there; this is {2}. Nothing was downloaded.
event.	{1} is not a kind of event.
known.	{1} is not known.
registration	Its registration with {1} was taken back by hand.
proved	This webhook wants its events proved in another way than {1} does it.
Internet.	{1} can't reach this PC: the webhook has no https address that is known in the Internet.
webhook	Nothing of what this webhook is for is synced from {1}.
connection.	{1} is not synced from the other system over this connection.
subscribed	This webhook is not subscribed to {1}.
until	until {1}
events	{1}: {2} was not told that its events are not wanted any more
reached.	{1} could not be reached. It may go on sending them{2}; they are refused. Nothing has to be done.
changes	{1}: {2} can't be asked to tell of changes
events.	{1} can't be asked to send events.
waits:	It waits: {1}
wanted	{1}: {2} was not told that its login is not wanted any more
here:	Nobody can use it from here: it was deleted. Take SalesMate Sync off the list of connected programs in {1}, too.
200	{1} is larger than 200 MB.
(.xlsx).	{1} is neither a CSV nor an Excel file (.xlsx).
opened.	{1} can't be opened.
quotation	{1} is no table of text: a quotation mark that is not closed, or a cell that never ends.
rows.	{1} has more than {2} rows.
columns.	Row {1} of {2} has more than {3} columns.
file,	{1} is no Excel file, or a damaged or protected one.
sheet	{1} has no sheet “{2}”.
much	{1} holds too much to be read.
full:	The disk is full: {1} was not written.
folder	The folder {1} is not there.
written;	{1} can't be written; what was there before is unchanged.
policy:	deleted there; policy: {1}
deletion	“{1}” is gone in the connected system; its deletion is not in the plan.
empty:	refers to the {1} “{2}”, where {3} is empty: nothing names it there
empty.	“{1}” can't be sent: {2} is empty.
empty.	“{1}” can't be sent: {2} are empty.
time	“{1}” is of a time before the connected books begin ({2}); what was changed here is not sent.
stays,	{1} is no longer synced. What is here stays, and so does what is there.
far.	{1}: nothing changes in the records synced so far.
gets	{1} record gets another value here
get	{1} records get another value here
value	{1} is sent a value
value	{1} are sent a value
edited	{1} was edited here and waits for your decision
edited	{1} were edited here and wait for your decision
fit	{1} has a value that does not fit
fit	{1} have a value that does not fit
anew	{1} is read anew first
anew	{1} are read anew first
sent	{1} sent
waiting	{1} waiting for a decision
1	1 {1} waits for the decision about its {2}
their	{1} {2} wait for the decision about their {3}
All	All {1} {2} that were synced before are missing now. Nothing was deleted.
deleted.	{1} of {2} {3} are missing now. Nothing was deleted.
half	More than half of the {1} synced {2} changed at once.
system,	{1} {2} were deleted here and would be deleted in the connected system, of {3}. Nothing was sent.
system.	{1} of {2} {3} were changed here and would be changed in the connected system. Nothing was sent.
system,	{1} new {2} would be made in the connected system, which has {3} of ours. Nothing was sent.
about	waits for the decision about its {1}
Change	names no single record: {1} {2} have it as their {3}. Change it in all but one of them
same	same {1}
several	several records with the same {1}
documents	“{1}” and “{2}” are one name to the connected system. Both were taken over, but documents that name them can't be told apart and stay without a link.
done:	“{1}” was not done: it is not in the plan as it is now.
key	key {1}
question.	{1} is no answer to this question.
Answer	Answer {1}.
question	The question is not about {1}.
single	{1} must be a single value.
linked	This record is linked to “{1}” over there already.
system:	“{1}” can't be made in the connected system: another record there has that name.
writing	{1} can only be read, and only writing to it was asked for. Nothing was sent.
These	These books are synced already, over the connection {1}. Nothing was read.
plan	{1} changed since the plan was made and were left for the next sync
same	“{1}” is the same record over there as “{2}”, which is another one here.
Changed	Changed since: {1}.
waits:	“{1}” waits: the {2} “{3}” is not in the connected system yet.
directions?	It is sent as soon as that {1} is there. Is {2} synced in both directions?
body.	More than {1} events in one body.
JSON:	The body is not JSON: {1} (at character {2}).
secret	It is of another company ({1}). No webhook here that has the same secret is for that one.
event's	The event's proof ({1}) is wrong.</translation>
    </message>
</context>
</TS>
